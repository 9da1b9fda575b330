package ecpay.adapter.persistence.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.boundcard.SealedCardId;
import ecpay.domain.rule.Rule;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardVaultTest {
  private static final CardId CARD = new CardId("CARD1");
  private static final BindCardId ID = new BindCardId("SECRET-0001");
  private static final CardVault.Key FIRST = key("first key, of thirty-two letters");
  private static final CardVault.Key SECOND = key("second key of thirty-two letters");

  private static CardVault.Key key(String text) {
    return new CardVault.Key(Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
  }

  private static CardVault vault(CardVault.Key current, CardVault.Key... old) {
    return new CardVault(new CardVault.Keys(Optional.of(current), List.of(old)));
  }

  @Rule("R-PAY-14")
  @Test
  void anIdIsOpenedByTheKeyThatSealedItWhetherCurrentOrOld() {
    SealedCardId sealed = vault(FIRST).seal(CARD, ID);
    assertThat(sealed.key()).isEqualTo(FIRST.name()).isNotEqualTo(SECOND.name());
    assertThat(vault(FIRST).open(CARD, sealed)).contains(ID);
    assertThat(vault(SECOND, FIRST).open(CARD, sealed)).contains(ID);
    assertThat(vault(SECOND, FIRST).seal(CARD, ID).key()).isEqualTo(SECOND.name());
    assertThat(vault(SECOND).open(CARD, sealed)).isEmpty();
  }

  @Rule("R-PAY-14")
  @Test
  void whatWasSealedBeforeKeysHadNamesIsOpenedByWhicheverFits() {
    SealedCardId unnamed = new SealedCardId("", vault(FIRST).seal(CARD, ID).text());
    assertThat(vault(SECOND, FIRST).open(CARD, unnamed)).contains(ID);
    assertThat(vault(SECOND).open(CARD, unnamed)).isEmpty();
  }

  @Rule("R-PAY-14")
  @Test
  void anIdIsOfUseForItsOwnCardOnlyAndNoTwoSealsAreAlike() {
    SealedCardId sealed = vault(FIRST).seal(CARD, ID);
    assertThat(vault(FIRST).open(new CardId("CARD2"), sealed)).isEmpty();
    assertThat(vault(FIRST).seal(CARD, ID)).isNotEqualTo(sealed);
  }

  @Rule("R-PAY-14")
  @Test
  void withoutACurrentKeyOldOnesStillOpen() {
    CardVault vault = new CardVault(new CardVault.Keys(Optional.empty(), List.of(FIRST)));
    assertThat(vault.canSeal()).isFalse();
    assertThat(vault.open(CARD, vault(FIRST).seal(CARD, ID))).contains(ID);
    assertThatIllegalStateException()
        .isThrownBy(() -> vault.seal(CARD, ID))
        .withMessageContaining("cards.key");
  }

  @Test
  void aKeyIsThirtyTwoBytesAndPrintsAsNothing() {
    assertThat(FIRST.toString()).isEqualTo("Key[hidden]");
    assertThat(FIRST.name()).matches("[0-9a-f]{16}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CardVault.Key("c2hvcnQ="))
        .withMessageNotContaining("c2hvcnQ");
    assertThatIllegalArgumentException().isThrownBy(() -> new CardVault.Key("not Base64!"));
  }
}
