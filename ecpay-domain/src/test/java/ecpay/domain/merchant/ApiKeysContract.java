package ecpay.domain.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.BooksContract;
import ecpay.domain.Race;
import ecpay.domain.Samples;
import ecpay.domain.inmemory.CountingIdentities;
import ecpay.domain.merchant.ApiKey.Withdrawal;
import ecpay.domain.merchant.usecase.KeyBooks;
import ecpay.domain.merchant.usecase.ManageKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

public abstract class ApiKeysContract extends BooksContract {
  private static final MerchantId STRANGER = new MerchantId("stranger");

  @Test
  void aKeyIsFoundByItsHashAndByItsId() {
    ApiKey first = add(Samples.SHOP, 1, Optional.empty());
    ApiKey second = add(Samples.SHOP, 2, Optional.of(first.id()));
    ApiKey strange = add(STRANGER, 3, Optional.empty());

    assertThat(books.apiKeys().bearing(hash(1))).contains(first);
    assertThat(books.apiKeys().bearing(hash(2))).contains(second);
    assertThat(books.apiKeys().bearing(hash(3))).contains(strange);
    assertThat(books.apiKeys().bearing(hash(4))).isEmpty();
    assertThat(books.apiKeys().find(Samples.SHOP, second.id())).contains(second);
    assertThat(books.apiKeys().find(STRANGER, second.id())).isEmpty();
  }

  @Test
  void theGoodKeysOfAMerchantStandInTheirOrder() {
    assertThat(books.apiKeys().good(Samples.SHOP)).isEmpty();
    ApiKey second = add(Samples.SHOP, 2, Optional.empty());
    ApiKey first = add(Samples.SHOP, 1, Optional.empty());
    add(STRANGER, 3, Optional.empty());

    assertThat(books.apiKeys().good(Samples.SHOP)).containsExactly(first, second);
  }

  @Test
  void aKeyBelongsToOneMerchantOnly() {
    ApiKey key = add(Samples.SHOP, 1, Optional.empty());

    assertThatIllegalStateException().isThrownBy(() -> add(STRANGER, 1, Optional.empty()));
    assertThat(books.apiKeys().bearing(hash(1))).contains(key);
  }

  @Test
  void aWithdrawnKeyIsKnownByItsIdAndOpensNothing() {
    ApiKey key = add(Samples.SHOP, 1, Optional.empty());
    ApiKey other = add(Samples.SHOP, 2, Optional.empty());
    Withdrawal end = new Withdrawal(Samples.NOW.plusSeconds(60), Optional.of(other.id()));

    withdraw(key, end);

    assertThat(books.apiKeys().bearing(hash(1))).isEmpty();
    assertThat(books.apiKeys().good(Samples.SHOP)).containsExactly(other);
    assertThat(books.apiKeys().find(Samples.SHOP, key.id())).contains(key.withdrawn(end));
    assertThat(books.apiKeys().withdrawn(Samples.SHOP, 100)).containsExactly(key.withdrawn(end));
    assertThat(books.apiKeys().withdrawn(STRANGER, 100)).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> withdraw(key, end));
  }

  @Test
  void theLastWithdrawnKeysAreListedAndNoMore() {
    for (int number = 1; number <= 4; number++) {
      ApiKey key = add(Samples.SHOP, number, Optional.empty());
      withdraw(key, new Withdrawal(Samples.NOW.plusSeconds(60 + number), Optional.empty()));
    }

    assertThat(books.apiKeys().withdrawn(Samples.SHOP, 2))
        .extracting(ApiKey::name)
        .containsExactly("key 4", "key 3");
  }

  @Test
  void aKeyIsAddedAndWithdrawnInsideATransactionOnly() {
    ApiKey key = add(Samples.SHOP, 1, Optional.empty());
    Withdrawal end = new Withdrawal(Samples.NOW, Optional.empty());

    assertThatIllegalStateException()
        .isThrownBy(() -> books.apiKeys().add(key(Samples.SHOP, 2, Optional.empty()), hash(2)));
    assertThatIllegalStateException()
        .isThrownBy(() -> books.apiKeys().withdraw(Samples.SHOP, key.id(), end));
    assertThatIllegalStateException().isThrownBy(() -> books.apiKeys().lock(Samples.SHOP));
  }

  @Test
  void twoKeysThatWithdrawEachOtherAtOnceLeaveOneGood() throws Exception {
    ManageKeys manage = manage();
    for (int round = 1; round <= 10; round++) {
      MerchantId merchant = new MerchantId("race-" + round);
      List<ApiKey> both =
          List.of(
              add(merchant, 2 * round, Optional.empty()),
              add(merchant, 2 * round + 1, Optional.empty()));
      AtomicInteger runner = new AtomicInteger();

      Race.of(
          2,
          () -> {
            int own = runner.getAndIncrement();
            return manage.withdraw(both.get(own), both.get(1 - own).id());
          });

      assertThat(books.apiKeys().good(merchant)).as("round %d", round).hasSize(1);
    }
  }

  private ManageKeys manage() {
    return new ManageKeys(
        books.transactions(),
        books.apiKeys(),
        new KeyBooks(
            books.apiKeys(),
            books.eventLog(),
            new CountingIdentities(),
            Clock.fixed(Samples.NOW, ZoneOffset.UTC)));
  }

  private ApiKey add(MerchantId merchant, int number, Optional<ApiKeyId> by) {
    ApiKey key = key(merchant, number, by);
    books.transactions().run(() -> books.apiKeys().add(key, hash(number)));
    return key;
  }

  private void withdraw(ApiKey key, Withdrawal end) {
    books.transactions().run(() -> books.apiKeys().withdraw(key.merchant(), key.id(), end));
  }

  private static ApiKey key(MerchantId merchant, int number, Optional<ApiKeyId> by) {
    return new ApiKey(
        merchant,
        new ApiKeyId("KEY" + number),
        "key " + number,
        Samples.NOW.plus(Duration.ofSeconds(number)),
        by,
        Optional.empty());
  }

  private static byte[] hash(int number) {
    byte[] hash = new byte[32];
    Arrays.fill(hash, (byte) number);
    return hash;
  }
}
