package ecpay.domain.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

public abstract class ApiKeysContract extends BooksContract {
  private static final MerchantId STRANGER = new MerchantId("stranger");

  @Test
  void theOwnerOfAKeyIsFoundByItsHash() {
    add(Samples.SHOP, hash(1));
    add(Samples.SHOP, hash(2));
    add(STRANGER, hash(3));

    assertThat(books.apiKeys().ownerOf(hash(1))).contains(Samples.SHOP);
    assertThat(books.apiKeys().ownerOf(hash(2))).contains(Samples.SHOP);
    assertThat(books.apiKeys().ownerOf(hash(3))).contains(STRANGER);
    assertThat(books.apiKeys().ownerOf(hash(4))).isEmpty();
  }

  @Test
  void aMerchantHasAnyKeyOnceOneWasAdded() {
    assertThat(books.apiKeys().anyFor(Samples.SHOP)).isFalse();

    add(Samples.SHOP, hash(1));

    assertThat(books.apiKeys().anyFor(Samples.SHOP)).isTrue();
    assertThat(books.apiKeys().anyFor(STRANGER)).isFalse();
  }

  @Test
  void aKeyBelongsToOneMerchantOnly() {
    add(Samples.SHOP, hash(1));

    assertThatIllegalStateException().isThrownBy(() -> add(STRANGER, hash(1)));
    assertThat(books.apiKeys().ownerOf(hash(1))).contains(Samples.SHOP);
  }

  @Test
  void aKeyIsAddedInsideATransactionOnly() {
    assertThatIllegalStateException()
        .isThrownBy(() -> books.apiKeys().add(Samples.SHOP, hash(1), Samples.NOW));
  }

  private void add(MerchantId merchant, byte[] hash) {
    books.transactions().run(() -> books.apiKeys().add(merchant, hash, Samples.NOW));
  }

  private static byte[] hash(int number) {
    byte[] hash = new byte[32];
    Arrays.fill(hash, (byte) number);
    return hash;
  }
}
