package ecpay.domain.track;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.merchant.TrackPolicy;
import ecpay.domain.rule.Rule;
import ecpay.domain.track.TrackAlarm.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("R-INV-28")
class TrackCareTest {
  private static final Term TERM = new Term(115, 6);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Set<InvoiceType> GENERAL = Set.of(InvoiceType.GENERAL);

  private static TrackCare care(int daysAhead, int alarmBelow) {
    return new TrackCare(new TrackPolicy(true, daysAhead, alarmBelow));
  }

  /** With so many of 1,000 numbers left. */
  private static TrackStock left(Term term, int numbers) {
    Track track =
        new Track(
            new TrackId("1"),
            term,
            InvoiceType.GENERAL,
            new TrackRange("UV", "00000000", "00000999"),
            numbers == 1000
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%08d", 999 - numbers)),
            TrackStatus.IN_USE);
    return new TrackStock(term, List.of(track));
  }

  private static List<Kind> alarms(TrackCare care, TrackStock stock, LocalDate today) {
    return care.alarms(stock, GENERAL, today).stream().map(TrackAlarm::kind).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-21, 10, false", // 11 days before 1 January
    "2026-12-22, 10, true",
    "2026-12-31, 10, true",
    "2027-01-01, 10, false",
    "2026-12-30, 1, false",
    "2026-12-31, 1, true",
    "2026-02-18, 10, false",
    "2026-02-19, 10, true",
    "2028-02-19, 10, false", // February has 29 days
    "2028-02-20, 10, true",
    "2026-12-01, 30, false",
    "2026-12-02, 30, true"
  })
  void theNextTermIsLookedAfterSoManyDaysBeforeItBegins(
      LocalDate today, int daysAhead, boolean too) {
    Term current = Term.of(today);
    assertThat(care(daysAhead, 500).termsOn(today))
        .isEqualTo(too ? List.of(current, current.next()) : List.of(current));
  }

  @Test
  void fewerThanTheThresholdIsAnAlarm() {
    TrackCare care = care(10, 500);
    assertThat(alarms(care, left(TERM, 501), TODAY)).isEmpty();
    assertThat(alarms(care, left(TERM, 500), TODAY)).isEmpty();
    assertThat(alarms(care, left(TERM, 499), TODAY)).containsExactly(Kind.NUMBERS_RUN_LOW);
    assertThat(alarms(care, left(TERM, 1), TODAY)).containsExactly(Kind.NUMBERS_RUN_LOW);
    assertThat(alarms(care, left(TERM, 0), TODAY))
        .containsExactly(Kind.NUMBERS_RUN_LOW, Kind.NUMBERS_EXHAUSTED);
  }

  @Test
  void withoutAThresholdOnlyTheLastNumberMatters() {
    assertThat(alarms(care(10, 0), left(TERM, 1), TODAY)).isEmpty();
    assertThat(alarms(care(10, 0), left(TERM, 0), TODAY))
        .containsExactly(Kind.NUMBERS_RUN_LOW, Kind.NUMBERS_EXHAUSTED);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-26, 10, false", // 6 days before 1 January
    "2026-12-27, 10, true",
    "2026-12-31, 10, true",
    "2026-12-26, 11, true", // half of 11, rounded up, is 6
    "2026-12-25, 11, false",
    "2026-12-31, 1, true"
  })
  void aNextTermWithoutANumberIsAnAlarmWhenHalfOfTheDaysAreLeft(
      LocalDate today, int daysAhead, boolean alarm) {
    TrackCare care = care(daysAhead, 500);
    assertThat(alarms(care, left(TERM.next(), 0), today))
        .isEqualTo(alarm ? List.of(Kind.NEXT_TERM_HAS_NO_NUMBERS) : List.of());
    assertThat(alarms(care, left(TERM.next(), 1), today)).isEmpty();
  }

  @Test
  void eachTypeThatNeedsNumbersHasItsOwnAlarm() {
    assertThat(
            care(10, 500)
                .alarms(left(TERM, 1000), Set.of(InvoiceType.GENERAL, InvoiceType.SPECIAL), TODAY))
        .containsExactlyInAnyOrder(
            new TrackAlarm(Kind.NUMBERS_RUN_LOW, InvoiceType.SPECIAL),
            new TrackAlarm(Kind.NUMBERS_EXHAUSTED, InvoiceType.SPECIAL));
  }
}
