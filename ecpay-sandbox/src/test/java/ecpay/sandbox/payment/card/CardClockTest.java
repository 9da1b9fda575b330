package ecpay.sandbox.payment.card;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.sandbox.Bench;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardClockTest {
  @AutoClose private final Bench bench = new Bench();

  private void byHand() {
    bench.control("POST", "/sandbox/cards", "{\"automaticCapture\":false}");
  }

  @Test
  void theDailyRunAsksForTheCaptureAndTheBankBooksItInTheNight() {
    var card = PaidCard.at(bench, "2026-11-10T10:00:00");
    bench.taipei("2026-11-10T20:14:55");
    assertThat(card.status()).isEqualTo("Authorized");
    assertThat(card.detail().path("CloseData")).isEmpty();
    bench.taipei("2026-11-10T20:15:00");
    assertThat(card.status()).isEqualTo("To be captured");
    bench.taipei("2026-11-11T01:59:55");
    assertThat(card.status()).isEqualTo("To be captured");
    assertThat(card.detail().at("/RtnValue/ClsAmt").asLong()).isZero();
    bench.taipei("2026-11-11T02:00:00");
    assertThat(card.status()).isEqualTo("Captured");
    assertThat(card.detail().at("/RtnValue/ClsAmt").asLong()).isEqualTo(PaidCard.AMOUNT);
    assertThat(card.detail().at("/CloseData/0/Amount").asLong()).isEqualTo(PaidCard.AMOUNT);
    assertThat(card.detail().at("/CloseData/0/DateTime").asText()).isEqualTo("2026/11/11 02:00:00");
  }

  /** As stage answers: no RtnCode when all is well, and the captures beside RtnValue (U-06). */
  @Test
  void anAnswerThatTellsOfACardHasNoRtnCode() {
    var card = PaidCard.at(bench, "2026-11-10T20:16:00");
    var answer = card.detail();
    assertThat(answer.has("RtnCode")).isFalse();
    assertThat(answer.path("RtnMsg").asText()).isEmpty();
    assertThat(answer.path("CloseData").isObject()).isTrue();
    assertThat(answer.path("RtnValue").has("CloseData")).isFalse();
  }

  @Test
  void aMonthInOneStepEndsWhereManySmallOnesEnd() {
    var card = PaidCard.at(bench, "2026-11-10T20:15:00");
    bench.taipei("2026-12-10T09:00:00");
    assertThat(card.status()).isEqualTo("Captured");
    assertThat(card.detail().at("/CloseData/0/DateTime").asText()).isEqualTo("2026/11/12 02:00:00");
  }

  @Test
  void withoutAutomaticCaptureACardStaysAuthorizedUntilItIsReleasedAfterNinetyDays() {
    byHand();
    var card = PaidCard.at(bench, "2026-08-10T10:00:00");
    bench.taipei("2026-11-08T09:59:55");
    assertThat(card.status()).isEqualTo("Authorized");
    bench.taipei("2026-11-08T10:00:00");
    assertThat(card.status()).isEqualTo("Canceled");
    assertThat(card.word("N", PaidCard.AMOUNT)).isEqualTo("error_state_N");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T23:59:30, Success",
    "2026-12-02T00:00:00, error_overDAY",
    "2026-12-02T10:00:00, error_overDAY"
  })
  void captureIsPossibleUpToTheTwentyFirstDay(String time, String word) {
    byHand();
    var card = PaidCard.at(bench, "2026-11-10T10:00:00");
    bench.taipei(time);
    assertThat(card.word("C", PaidCard.AMOUNT)).isEqualTo(word);
  }

  @Test
  void automaticCaptureThatIsTurnedOnTooLateLeavesTheCardAlone() {
    byHand();
    var card = PaidCard.at(bench, "2026-11-10T10:00:00");
    bench.taipei("2026-12-02T10:00:00");
    bench.control("POST", "/sandbox/cards", "{\"automaticCapture\":true}");
    bench.taipei("2026-12-03T10:00:00");
    assertThat(card.status()).isEqualTo("Authorized");
  }

  @ParameterizedTest
  @CsvSource({
    "20:14:50, true, Success",
    "20:15:00, true, error_quiet_R",
    "20:29:50, true, error_quiet_R",
    "20:30:01, true, Success",
    "20:15:00, false, Success",
    "20:29:50, false, Success"
  })
  void nothingIsDoneWhileTheDailyRunGoesOn(String time, boolean automatic, String word) {
    var card = PaidCard.at(bench, "2026-11-10T10:00:00");
    bench.taipei("2026-11-12T10:00:00");
    bench.control("POST", "/sandbox/cards", "{\"automaticCapture\":" + automatic + "}");
    bench.taipei("2026-11-12T" + time);
    assertThat(card.word("R", 100)).isEqualTo(word);
  }

  @Test
  void anotherMerchantsCardsKeepTheirOwnWay() {
    bench.control(
        "POST", "/sandbox/cards", "{\"merchantId\":\"3085779\",\"automaticCapture\":false}");
    var card = PaidCard.at(bench, "2026-11-10T10:00:00");
    bench.taipei("2026-11-10T20:31:00");
    assertThat(card.status()).isEqualTo("To be captured");
    assertThat(bench.control("GET", "/sandbox/cards?merchantId=3085779", "").toString())
        .contains("\"automaticCapture\":false");
  }
}
