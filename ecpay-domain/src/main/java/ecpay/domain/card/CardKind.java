package ecpay.domain.card;

import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.CardDetails;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What kind of card paid, as far as it matters for the way back.
 *
 * @param unionPay its capture cannot be taken back (R-CAP-11)
 * @param onlyInFull instalments and bonus points go back only in full (R-CAP-05)
 */
public record CardKind(boolean unionPay, boolean onlyInFull) {

  /**
   * Told by ECPay's word, or, where there is none as for a charge that was only counted, by what
   * was offered. Empty when no card paid: then there is no DoAction (R-CAP-09).
   */
  public static Optional<CardKind> of(Payment.Paid payment) {
    String type = kind(payment.trade().paymentType());
    boolean unionPay =
        type.equals("unionpay")
            || payment.attempt().methods().equals(Set.of(PaymentMethod.UNION_PAY));
    boolean flexible = type.equals("flexible");
    boolean card =
        payment.trade().card().isPresent()
            || payment.attempt().methods().stream().allMatch(PaymentMethod::isCard)
            || unionPay
            || flexible
            || type.equals("credit")
            || type.equals("applepay");
    return card
        ? Optional.of(
            new CardKind(
                unionPay,
                flexible
                    || payment.trade().card().map(CardDetails::isRefundedOnlyInFull).orElse(false)))
        : Optional.empty();
  }

  /** The part before the underscore (D-36). */
  private static String kind(String paymentType) {
    int end = paymentType.indexOf('_');
    return (end < 0 ? paymentType : paymentType.substring(0, end)).toLowerCase(Locale.ROOT);
  }
}
