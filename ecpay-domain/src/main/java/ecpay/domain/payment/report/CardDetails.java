package ecpay.domain.payment.report;

import ecpay.domain.money.Money;
import ecpay.domain.payment.offer.PeriodicTerms;
import ecpay.domain.rule.Violations;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What may be kept of a card payment: never a full number, never a CVV (R-PAY-14). Fields are those
 * of CardInfo in seed 001; texts are empty and numbers zero where ECPay sent none.
 *
 * @param firstSix Card6No, 6 digits or empty
 * @param lastFour Card4No, 4 digits or empty
 * @param authCode authorization code of the bank
 * @param authorizationId Gwsr
 * @param processedAt ProcessDate
 * @param amount Amount, TWD that were authorized; zero where ECPay sent none
 * @param eci result of 3-D Secure as ECPay wrote it; 5, 6, 2 and 1 mean that it was done
 * @param instalments empty for a single payment
 * @param bonus set when bonus points were used
 * @param period set for a charge of a periodic contract
 */
public record CardDetails(
    String firstSix,
    String lastFour,
    String authCode,
    long authorizationId,
    Optional<Instant> processedAt,
    Money amount,
    String eci,
    Optional<Instalments> instalments,
    Optional<Bonus> bonus,
    Optional<Period> period,
    String issuingBank,
    String issuingBankCode) {
  private static final Pattern SIX = Pattern.compile("([0-9]{6})?");
  private static final Pattern FOUR = Pattern.compile("([0-9]{4})?");

  /**
   * @param count Stage, how many instalments
   * @param first Stast, TWD
   * @param later Staed, TWD of each later one
   */
  public record Instalments(int count, Money first, Money later) {}

  /**
   * @param used RedDan, points used
   * @param deducted RedDeAmt, TWD that the points paid
   * @param charged RedOkAmt, TWD that the card was charged
   * @param left RedYet, points left
   */
  public record Bonus(long used, Money deducted, Money charged, long left) {}

  /**
   * How far a periodic contract has come (R-PAY-17).
   *
   * @param successes TotalSuccessTimes, this charge included
   * @param total TotalSuccessAmount, TWD
   */
  public record Period(PeriodicTerms terms, Money amount, int successes, Money total) {}

  public CardDetails {
    Violations violations = new Violations();
    violations.require(
        SIX.matcher(firstSix).matches(), "R-PAY-14", "firstSix", "only the first six digits");
    violations.require(
        FOUR.matcher(lastFour).matches(), "R-PAY-14", "lastFour", "only the last four digits");
    violations.throwIfAny();
  }

  /** Of a card of which ECPay told no amount of its own. */
  public CardDetails(
      String firstSix,
      String lastFour,
      String authCode,
      long authorizationId,
      Optional<Instant> processedAt,
      String eci,
      Optional<Instalments> instalments,
      Optional<Bonus> bonus,
      Optional<Period> period,
      String issuingBank,
      String issuingBankCode) {
    this(
        firstSix,
        lastFour,
        authCode,
        authorizationId,
        processedAt,
        Money.ZERO,
        eci,
        instalments,
        bonus,
        period,
        issuingBank,
        issuingBankCode);
  }

  /** Whether ECPay refunds it only in full (R-CAP-05). */
  public boolean isRefundedOnlyInFull() {
    return instalments.isPresent() || bonus.isPresent();
  }
}
