package ecpay.sandbox.aio.checkout;

import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.aio.AioMethod;
import ecpay.sandbox.ledger.aio.AioOrder.CardTerms;
import ecpay.sandbox.ledger.period.PeriodTerms;
import ecpay.sandbox.ledger.period.PeriodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Instalments, bonus points, UnionPay and periods, and what excludes what (R-ORD-15, R-ORD-16). */
final class CardRules {
  private static final Set<String> COUNTS = Set.of("3", "6", "12", "18", "24", "30N");
  private static final Set<String> GATEWAY_COUNTS = Set.of("5", "8", "9", "10");

  /** The stage merchant with a gateway contract (README section 4). */
  private static final String GATEWAY = "3085779";

  private static final List<String> PERIOD_FIELDS =
      List.of("PeriodAmount", "PeriodType", "Frequency", "ExecTimes", "PeriodReturnURL");
  private static final CardTerms NONE = new CardTerms(List.of(), false, false, Optional.empty());

  private CardRules() {}

  static CardTerms card(Fields fields, Set<AioMethod> methods, String merchantId, long amount) {
    if (!methods.contains(AioMethod.CREDIT)) {
      return NONE;
    }
    var asked = fields.text("CreditInstallment", 20);
    var bonus = fields.choice("Redeem", Set.of("Y", "N")).equals("Y");
    var unionPay = fields.whole("UnionPay", 0, 1).orElse(0L) == 1;
    var period = period(fields, methods, amount);
    // One 0 stands for none, as some shops always send the field.
    var instalment = !asked.isEmpty() && !asked.equals("0");
    var plans = (instalment ? 1 : 0) + (bonus ? 1 : 0) + (period.isPresent() ? 1 : 0);
    if (plans > 1) {
      throw fields.malformed(
          "CreditInstallment", "excludes Redeem and periods, and these exclude each other");
    }
    if (unionPay && (instalment || period.isPresent())) {
      throw fields.malformed("UnionPay", "allows neither instalments nor periods");
    }
    checkMemory(fields, merchantId);
    var counts = instalment ? counts(fields, asked, merchantId) : List.<String>of();
    return new CardTerms(counts, bonus, unionPay, period);
  }

  /** A count that the merchant's contract lacks is dropped: it becomes a single payment. */
  private static List<String> counts(Fields fields, String asked, String merchantId) {
    var open = new ArrayList<String>();
    for (var count : asked.split(",", -1)) {
      var ordinary = COUNTS.contains(count);
      if (!ordinary && !GATEWAY_COUNTS.contains(count)) {
        throw fields.malformed("CreditInstallment", "holds an unknown count");
      }
      if (ordinary || merchantId.equals(GATEWAY)) {
        open.add(count);
      }
    }
    return open;
  }

  private static void checkMemory(Fields fields, String merchantId) {
    var member = fields.text("MerchantMemberID", 30);
    var remember = fields.whole("BindingCard", 0, 1).orElse(0L) == 1;
    if (remember && member.isEmpty()) {
      throw fields.missing("MerchantMemberID");
    }
    if (remember && !member.startsWith(merchantId)) {
      throw fields.malformed("MerchantMemberID", "must begin with the MerchantID");
    }
  }

  private static Optional<PeriodTerms> period(Fields fields, Set<AioMethod> methods, long amount) {
    if (PERIOD_FIELDS.stream().allMatch(name -> fields.text(name, 200).isEmpty())) {
      return Optional.empty();
    }
    if (methods.size() > 1) {
      throw fields.malformed("PeriodType", "needs ChoosePayment Credit");
    }
    var type = PeriodType.valueOf(fields.requiredChoice("PeriodType", Set.of("D", "M", "Y")));
    var each = fields.requiredWhole("PeriodAmount", 1, Integer.MAX_VALUE);
    if (each != amount) {
      throw fields.malformed("PeriodAmount", "must equal TotalAmount");
    }
    var frequency = fields.requiredWhole("Frequency", 1, type.longestFrequency());
    var times = fields.requiredWhole("ExecTimes", 2, type.mostTimes());
    return Optional.of(
        new PeriodTerms(
            each,
            type,
            Math.toIntExact(frequency),
            Math.toIntExact(times),
            Formats.callbackUrl(fields, "PeriodReturnURL")));
  }
}
