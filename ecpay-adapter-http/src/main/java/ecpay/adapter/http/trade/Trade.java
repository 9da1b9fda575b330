package ecpay.adapter.http.trade;

import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.Payer;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.payment.report.TradeDetails;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What answers, queries and notices of both payment services say of a trade. */
public final class Trade {
  private Trade() {}

  /** Whom a notice is for, as {@link Addressee} reads it. */
  public static EcpayMerchantId addressee(EcpayAccount account, Fields notice, String otherwise) {
    return Addressee.of(account, notice, otherwise);
  }

  /** OrderInfo, CardInfo and the rest of seed 001. */
  public static TradeDetails nested(Fields data) {
    Fields order = data.part("OrderInfo");
    return new TradeDetails(
        order.text("TradeNo"),
        Card.money(order, "TradeAmt"),
        order.text("PaymentType"),
        order.time("TradeDate"),
        order.time("PaymentDate"),
        order.decimal("ChargeFee"),
        order.decimal("ProcessFee"),
        Card.read(data.part("CardInfo").folded()),
        payer(data.part("ATMInfo"), data.part("CVSInfo"), data.part("BarcodeInfo")),
        given(data.message("CustomField")));
  }

  /** The fields of a form of AIO (payments-aio.md, section 3.1). */
  public static TradeDetails flat(Fields form) {
    return new TradeDetails(
        form.text("TradeNo"),
        Card.money(form, "TradeAmt"),
        form.text("PaymentType"),
        form.time("TradeDate"),
        form.time("PaymentDate"),
        form.decimal("PaymentTypeChargeFee"),
        BigDecimal.ZERO,
        Card.read(form.folded()),
        payer(form, form, form),
        given(
            form.message("CustomField1"),
            form.message("CustomField2"),
            form.message("CustomField3"),
            form.message("CustomField4")));
  }

  /** Each in its place; what stands behind the last one that says something is left out. */
  private static List<String> given(String... customFields) {
    int said = customFields.length;
    while (said > 0 && customFields[said - 1].isEmpty()) {
      said--;
    }
    return List.of(customFields).subList(0, said);
  }

  /** A report on the attempt that the nested data name. */
  public static PaymentReport report(EcpayMerchantId merchant, Fields data, Verdict verdict) {
    return new PaymentReport(
        merchant,
        new MerchantTradeNo(data.part("OrderInfo").text("MerchantTradeNo")),
        verdict,
        nested(data),
        isSimulated(data));
  }

  /** The code to pay with in nested data, if there is one (R-PAY-06). */
  public static Optional<PaymentInstructions> nestedCode(Fields data) {
    return Codes.read(data.part("ATMInfo"), data.part("CVSInfo"), data.part("BarcodeInfo"));
  }

  /** The code to pay with, or the application, in a form of AIO, if there is one (R-PAY-07). */
  public static Optional<PaymentInstructions> flatCode(Fields form) {
    return Codes.read(form, form, form).or(() -> Codes.application(form));
  }

  /**
   * A page that a buyer's browser may open; empty for no text.
   *
   * @throws UnreadableException for what is no web address
   */
  public static Optional<URI> page(String url) {
    return Codes.page(url);
  }

  public static boolean isSimulated(Fields data) {
    return data.text("SimulatePaid").equals("1")
        || data.part("OrderInfo").text("SimulatePaid").equals("1");
  }

  /**
   * Makes sure that an answer is about what was asked.
   *
   * @throws UnreadableException if it names another attempt
   */
  public static void demandSame(MerchantTradeNo asked, Fields answer) {
    answer.part("OrderInfo").demandSame("MerchantTradeNo", asked.value());
  }

  /** Where the money of a code came from, if they tell. */
  private static Optional<Payer> payer(Fields atm, Fields cvs, Fields barcode) {
    if (atm.has("ATMAccNo")) {
      return Optional.of(account(atm, "ATMAccBank", "ATMAccNo"));
    }
    if (atm.has("WebATMAccNo")) {
      return Optional.of(account(atm, "WebATMAccBank", "WebATMAccNo"));
    }
    Fields counter = cvs.has("PayFrom") ? cvs : barcode;
    return counter.has("PayFrom")
        ? Optional.of(
            new Payer.Counter(
                counter.message("PayFrom").strip(),
                (counter.message("PayStoreID") + " " + counter.message("PayStoreName")).strip()))
        : Optional.empty();
  }

  private static Payer account(Fields atm, String bank, String tail) {
    String number = atm.digits(tail, 5);
    // Never more of an account than its last five digits.
    return new Payer.Account(
        atm.digits(bank, 3), number.substring(Math.max(0, number.length() - 5)));
  }
}
