package ecpay.sandbox.ledger.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationsTest {
  private static final LocalDateTime TEN = LocalDateTime.of(2026, 11, 10, 10, 0);
  private static final long AMOUNT = 1000;
  private static final List<CardAction> ACTIONS = List.of(CardAction.values());

  private final Authorizations authorizations = new Authorizations();

  private Authorization authorized() {
    return authorizations.authorize(CardCharge.single("1", "N1", "T1", AMOUNT), TEN);
  }

  private String word(Authorization card, CardAction action, long amount, LocalDateTime now) {
    authorizations.settle(now);
    return authorizations.act(card, action, amount, now).map(e -> e.text(action)).orElse("done");
  }

  @ParameterizedTest
  @CsvSource({
    "20:14:59, done",
    "20:15:00, error_quiet_R",
    "20:30:00, error_quiet_R",
    "20:30:01, done"
  })
  void theQuietWindowHasBothItsBounds(String time, String word) {
    var now = LocalDateTime.parse("2026-11-12T" + time);
    assertThat(word(authorized(), CardAction.R, 10, now)).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-10T20:14:59, AUTHORIZED",
    "2026-11-10T20:15:00, TO_BE_CAPTURED",
    "2026-11-11T01:59:59, TO_BE_CAPTURED",
    "2026-11-11T02:00:00, CAPTURED"
  })
  void theDailyRunAndTheBankComeToTheSecond(String time, CardState state) {
    var card = authorized();
    authorizations.settle(LocalDateTime.parse(time));
    assertThat(card.state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"2026-12-01T23:59:59, done", "2026-12-02T00:00:00, error_overDAY"})
  void theTwentyFirstDayIsTheLastOfCapture(String time, String word) {
    authorizations.captureAutomatically("1", false);
    assertThat(word(authorized(), CardAction.C, AMOUNT, LocalDateTime.parse(time))).isEqualTo(word);
  }

  @Test
  void ninetyDaysReleaseAnAuthorizationToTheSecond() {
    authorizations.captureAutomatically("1", false);
    var card = authorized();
    authorizations.settle(TEN.plusDays(90).minusSeconds(1));
    assertThat(card.state()).isEqualTo(CardState.AUTHORIZED);
    authorizations.settle(TEN.plusDays(90));
    assertThat(card.state()).isEqualTo(CardState.CANCELED);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void inSmallStepsTheSameHappensAsInOneGreatStep(long seed) {
    var random = new Random(seed);
    var slow = authorized();
    var others = new Authorizations();
    var fast = others.authorize(slow.charge(), TEN);
    var automatic = random.nextBoolean();
    authorizations.captureAutomatically("1", automatic);
    others.captureAutomatically("1", automatic);
    var now = TEN;
    while (now.isBefore(TEN.plusDays(95))) {
      now = now.plusMinutes(1 + random.nextInt(3000));
      authorizations.settle(now);
    }
    others.settle(now);
    assertThat(fast.state()).isEqualTo(slow.state());
    assertThat(fast.closes()).isEqualTo(slow.closes());
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void whateverIsAskedForNoMoreGoesBackThanWasCaptured(long seed) {
    var random = new Random(seed);
    var card = authorized();
    var now = TEN;
    for (int i = 0; i < 200; i++) {
      now = now.plusMinutes(random.nextInt(600));
      authorizations.settle(now);
      var action = ACTIONS.get(random.nextInt(ACTIONS.size()));
      var amount = random.nextBoolean() ? AMOUNT : random.nextLong(1, 400);
      var before = card.closes();
      var error = authorizations.act(card, action, amount, now);
      if (error.isPresent()) {
        assertThat(card.closes()).isEqualTo(before);
      }
      assertThat(card.refunded()).isBetween(0L, AMOUNT);
      if (card.state() == CardState.AUTHORIZED || card.state() == CardState.CANCELED) {
        assertThat(card.refunded()).isZero();
      }
    }
  }

  @Test
  void instalmentsAndBonusPointsGoBackAsAWhole() {
    for (var charge :
        new CardCharge[] {
          new CardCharge("1", "N1", "T1", AMOUNT, 3, false, false),
          new CardCharge("1", "N2", "T2", AMOUNT, 0, true, false)
        }) {
      var card = authorizations.authorize(charge, TEN);
      var now = TEN.plusDays(1);
      assertThat(word(card, CardAction.R, AMOUNT - 1, now)).isEqualTo("error_amount_R");
      assertThat(word(card, CardAction.R, AMOUNT, now)).isEqualTo("done");
    }
  }

  @Test
  void noTwoAuthorizationsShareAGwsr() {
    var one = authorizations.authorize(CardCharge.single("1", "N1", "T1", 1), TEN);
    var two = authorizations.refuse(CardCharge.single("1", "N2", "T2", 1), TEN);
    assertThat(two.gwsr()).isNotEqualTo(one.gwsr());
    assertThat(authorizations.withGwsr(two.gwsr())).contains(two);
    assertThat(two.authCode()).isEmpty();
  }
}
