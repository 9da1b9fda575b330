package ecpay.domain.merchant.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.inmemory.CountingIdentities;
import ecpay.domain.inmemory.InMemoryBooks;
import ecpay.domain.merchant.ApiKey;
import ecpay.domain.merchant.ApiKeyId;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.usecase.ManageKeys.Added;
import ecpay.domain.merchant.usecase.ManageKeys.NoLongerGood;
import ecpay.domain.merchant.usecase.ManageKeys.TheLast;
import ecpay.domain.merchant.usecase.ManageKeys.TooMany;
import ecpay.domain.merchant.usecase.ManageKeys.Unknown;
import ecpay.domain.merchant.usecase.ManageKeys.Withdrawn;
import ecpay.domain.world.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the bearer of one key can do to the others, and an attacker with it. */
class ManageKeysTest {
  private final InMemoryBooks books = new InMemoryBooks();
  private final MovableClock clock = new MovableClock(Samples.NOW);
  private final KeyBooks keyBooks =
      new KeyBooks(books.apiKeys(), books.eventLog(), new CountingIdentities(), clock);
  private final ManageKeys manage = new ManageKeys(books.transactions(), books.apiKeys(), keyBooks);
  private int made;
  private final ApiKey first = atTheMachine(Samples.SHOP);

  private ApiKey atTheMachine(MerchantId merchant) {
    return books
        .transactions()
        .inTransaction(() -> keyBooks.add(merchant, "first", Optional.empty(), hash()));
  }

  private byte[] hash() {
    byte[] hash = new byte[32];
    hash[0] = (byte) ++made;
    return hash;
  }

  private ApiKey added(ApiKey by, String name) {
    clock.advance(Duration.ofMinutes(1));
    return assertThat(manage.add(by, name, hash())).asInstanceOf(type(Added.class)).actual().key();
  }

  @Test
  void aKeyTellsWhenItWasAddedAndByWhichOther() {
    ApiKey till = added(first, "till");

    assertThat(till.addedBy()).contains(first.id());
    assertThat(till.addedAt()).isEqualTo(Samples.NOW.plusSeconds(60));
    assertThat(books.apiKeys().good(Samples.SHOP)).containsExactly(first, till);
  }

  @Test
  void everyChangeIsAnEventThatNamesBothKeys() {
    ApiKey till = added(first, "till");
    manage.withdraw(till, first.id());

    assertThat(books.orderlessEvents())
        .containsExactly(
            new DomainEvent.ApiKeyAdded(first.id(), Optional.empty()),
            new DomainEvent.ApiKeyAdded(till.id(), Optional.of(first.id())),
            new DomainEvent.ApiKeyWithdrawn(first.id(), Optional.of(till.id())));
  }

  @Test
  void theLastGoodKeyStays() {
    assertThat(manage.withdraw(first, first.id())).isEqualTo(new TheLast());
    ApiKey till = added(first, "till");
    assertThat(manage.withdraw(first, first.id())).isInstanceOf(Withdrawn.class);
    assertThat(manage.withdraw(till, till.id())).isEqualTo(new TheLast());

    assertThat(books.apiKeys().good(Samples.SHOP)).containsExactly(till);
  }

  @Test
  void withdrawingAgainChangesNothing() {
    ApiKey till = added(first, "till");
    ManageKeys.Removal once = manage.withdraw(first, till.id());
    clock.advance(Duration.ofHours(1));

    assertThat(manage.withdraw(first, till.id())).isEqualTo(once);
    assertThat(books.orderlessEvents()).hasSize(3);
  }

  @Test
  void theKeysOfAnotherMerchantAreOutOfReach() {
    ApiKey strange = atTheMachine(new MerchantId("stranger"));
    added(first, "till");

    assertThat(manage.withdraw(first, strange.id())).isEqualTo(new Unknown());
    assertThat(manage.withdraw(first, new ApiKeyId("NOBODYS"))).isEqualTo(new Unknown());
    assertThat(manage.withdrawOthers(first).orElseThrow()).hasSize(1);
    assertThat(books.apiKeys().good(new MerchantId("stranger"))).containsExactly(strange);
  }

  @Test
  void aRequestOfAKeyThatIsWithdrawnMeanwhileLeavesNoOtherKeyBehind() {
    ApiKey leaked = added(first, "till");
    manage.withdraw(first, leaked.id());

    assertThat(manage.add(leaked, "mine", hash())).isEqualTo(new NoLongerGood());
    assertThat(manage.withdraw(leaked, first.id())).isEqualTo(new NoLongerGood());
    assertThat(manage.withdrawOthers(leaked)).isEmpty();
    assertThat(books.apiKeys().good(Samples.SHOP)).containsExactly(first);
  }

  @Test
  void anAttackerIsShutOutWithAllTheKeysThatHeAdded() {
    ApiKey leaked = added(first, "till");
    ApiKey his = added(leaked, "backup");
    ApiKey hisToo = added(his, "backup 2");

    List<ApiKey> gone = manage.withdrawOthers(first).orElseThrow();

    assertThat(gone).extracting(ApiKey::id).containsExactly(leaked.id(), his.id(), hisToo.id());
    assertThat(gone)
        .allSatisfy(key -> assertThat(key.withdrawal().orElseThrow().by()).contains(first.id()));
    assertThat(books.apiKeys().good(Samples.SHOP)).containsExactly(first);
  }

  @Test
  void thereAreTwentyGoodKeysAtMost() {
    for (int number = 2; number <= ManageKeys.MOST; number++) {
      added(first, "number " + number);
    }

    assertThat(manage.add(first, "one more", hash())).isEqualTo(new TooMany());
    manage.withdrawOthers(first);
    assertThat(added(first, "one more").name()).isEqualTo("one more");
  }
}
