package ecpay.adapter.http.trade;

import ecpay.adapter.http.json.Fields;
import ecpay.domain.money.Money;
import ecpay.domain.payment.offer.PeriodicTerms;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.CardDetails.Bonus;
import ecpay.domain.payment.report.CardDetails.Instalments;
import ecpay.domain.payment.report.CardDetails.Period;
import ecpay.domain.rule.RuleViolationException;
import java.util.Arrays;
import java.util.Optional;

/**
 * CardInfo of seed 001, and the extra fields of AIO, whose names differ in case and underscores
 * only. What makes no sense is left out: it must not hide that money came.
 */
final class Card {
  private static final int MOST_INSTALMENTS = 99;

  private Card() {}

  /**
   * @param card with folded names
   */
  static Optional<CardDetails> read(Fields card) {
    if (!isThere(card)) {
      return Optional.empty();
    }
    return Optional.of(
        new CardDetails(
            digits(card.text("card6no"), 6),
            digits(card.text("card4no"), 4),
            card.text("authcode"),
            card.whole("gwsr").orElse(0),
            card.time("processdate"),
            money(card, "amount"),
            card.text("eci"),
            instalments(card),
            bonus(card),
            period(card),
            card.text("issuingbank"),
            card.text("issuingbankcode")));
  }

  /** Money of another kind may bring the fields of a card filled with zeros (R-CAP-09). */
  private static boolean isThere(Fields card) {
    return !digits(card.text("card4no"), 4).matches("0*")
        || !card.text("authcode").strip().matches("0*")
        || card.whole("gwsr").orElse(0) > 0;
  }

  private static Optional<Instalments> instalments(Fields card) {
    long stage = card.whole("stage").orElse(0);
    return stage < 2 || stage > MOST_INSTALMENTS
        ? Optional.empty()
        : Optional.of(new Instalments((int) stage, money(card, "stast"), money(card, "staed")));
  }

  /** Points of which none were used are none. */
  private static Optional<Bonus> bonus(Fields card) {
    long used = card.whole("reddan").orElse(0);
    Money deducted = money(card, "reddeamt");
    return used <= 0 && !deducted.isPositive()
        ? Optional.empty()
        : Optional.of(
            new Bonus(used, deducted, money(card, "redokamt"), card.whole("redyet").orElse(0)));
  }

  private static Optional<Period> period(Fields card) {
    return Arrays.stream(PeriodicTerms.Unit.values())
        .filter(unit -> unit.code().equals(card.text("periodtype").strip()))
        .findFirst()
        .flatMap(unit -> period(unit, card));
  }

  private static Optional<Period> period(PeriodicTerms.Unit unit, Fields card) {
    try {
      return Optional.of(
          new Period(
              new PeriodicTerms(unit, small(card, "frequency"), small(card, "exectimes")),
              money(card, "periodamount"),
              small(card, "totalsuccesstimes"),
              money(card, "totalsuccessamount")));
    } catch (RuleViolationException _) {
      return Optional.empty();
    }
  }

  private static int small(Fields card, String name) {
    return Math.clamp(card.whole(name).orElse(0), 0, Integer.MAX_VALUE);
  }

  /** What is missing or no amount counts as zero. */
  static Money money(Fields fields, String name) {
    try {
      return Money.of(fields.whole(name).orElse(0));
    } catch (RuleViolationException _) {
      return Money.ZERO;
    }
  }

  /** Exactly so many digits, or nothing: a longer number is never kept (R-PAY-14). */
  private static String digits(String text, int count) {
    return text.matches("[0-9]{" + count + "}") ? text : "";
  }
}
