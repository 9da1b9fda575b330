package ecpay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import ecpay.adapter.persistence.PersistenceModule.CardKeys;
import ecpay.adapter.persistence.PersistenceModule.CardKeys.Sealed;
import ecpay.adapter.persistence.vault.CardVault;
import ecpay.domain.Samples;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.BoundCardsContract;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.rule.Rule;
import ecpay.domain.transaction.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The key of the ids of bound cards is changed: cards.key, cards.old-keys (R-PAY-14). */
class CardKeysTest {
  private static final BindCardId ID = new BindCardId("SECRET-0001");
  private static final CardVault.Key OLD = PostgresBooks.CARD_KEY;
  private static final CardVault.Key NEW =
      new CardVault.Key("YW5vdGhlciBrZXkgb2YgdGhpcnR5LXR3byBsZXR0ZXI=");

  private final PostgresBooks books = PostgresBooks.empty();

  /** Runs with the books as a node with those keys sees them. */
  private static <T> T with(CardVault.Keys keys, Function<Injector, T> work) {
    Injector node = Guice.createInjector(new PersistenceModule(PostgresBooks.settings(), keys));
    try (PersistenceModule.Books _ = node.getInstance(PersistenceModule.Books.class)) {
      return work.apply(node);
    }
  }

  private static CardVault.Keys keys(CardVault.Key current, CardVault.Key... old) {
    return new CardVault.Keys(Optional.of(current), List.of(old));
  }

  private static Sealed sealAnew(CardVault.Keys keys) {
    return with(keys, node -> node.getInstance(CardKeys.class).sealAnew());
  }

  private void bind(String id) {
    BoundCard.Bound sample = BoundCardsContract.bound(id);
    BoundCard.Bound card =
        new BoundCard.Bound(
            sample.binding(),
            new CardVault(keys(OLD)).seal(sample.id(), ID),
            sample.lastFour(),
            sample.at());
    books.transactions().run(() -> books.boundCards().add(card));
  }

  private static boolean isReadable(Injector node, BoundCard card) {
    return node.getInstance(CardSafe.class)
        .open(card.id(), card.ecpayId().orElseThrow())
        .filter(ID::equals)
        .isPresent();
  }

  private static List<BoundCard> cards(Injector node) {
    return node.getInstance(BoundCards.class)
        .ofMember(Samples.SHOP, BoundCardsContract.bound("X").member());
  }

  @Rule("R-PAY-14")
  @Test
  void cardsAreListedAndDeletedWhateverTheKey() {
    bind("CARD1");
    with(
        keys(NEW),
        node -> {
          List<BoundCard> listed = cards(node);
          assertThat(listed).hasSize(1).noneMatch(card -> isReadable(node, card));
          Transactions transactions = node.getInstance(Transactions.class);
          transactions.run(() -> {
            BoundCards cards = node.getInstance(BoundCards.class);
            BoundCard.Bound held = (BoundCard.Bound) cards.lock(listed.getFirst().id());
            cards.save(held.deleting(Samples.NOW).deleted(Samples.NOW));
          });
          return node;
        });
    assertThat(books.boundCards().find(BoundCardsContract.bound("CARD1").id()))
        .get()
        .isInstanceOf(BoundCard.Deleted.class);
  }

  @Rule("R-PAY-14")
  @Test
  void aNewKeyTakesOverWhatTheOldOneSealedAndTheOldOneIsNeededNoMore() {
    IntStream.range(0, 450).forEach(number -> bind("CARD" + number));
    assertThat(sealAnew(keys(NEW))).isEqualTo(new Sealed(0, 450));
    assertThat(sealAnew(keys(NEW, OLD))).isEqualTo(new Sealed(450, 0));
    assertThat(sealAnew(keys(NEW))).isEqualTo(new Sealed(0, 0));
    with(
        keys(NEW),
        node -> {
          assertThat(cards(node)).hasSize(450).allMatch(card -> isReadable(node, card));
          return node;
        });
  }

  @Rule("R-PAY-14")
  @Test
  void whatWasSealedBeforeKeysHadNamesGetsOne() {
    bind("CARD1");
    PostgresBooks.jdbi()
        .useHandle(handle -> handle.execute("UPDATE bound_card SET bind_card_key = NULL"));
    assertThat(sealAnew(keys(OLD))).isEqualTo(new Sealed(1, 0));
    assertThat(sealAnew(keys(OLD))).isEqualTo(new Sealed(0, 0));
  }

  @Rule("R-PAY-14")
  @Test
  void withoutAKeyNothingIsSealedAnewAndWhatIsLockedIsCounted() {
    bind("CARD1");
    assertThat(sealAnew(CardVault.Keys.NONE)).isEqualTo(new Sealed(0, 1));
    assertThat(sealAnew(new CardVault.Keys(Optional.empty(), List.of(OLD))))
        .isEqualTo(new Sealed(0, 0));
  }
}
