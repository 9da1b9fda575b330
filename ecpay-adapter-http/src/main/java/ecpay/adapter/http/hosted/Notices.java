package ecpay.adapter.http.hosted;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.adapter.http.aio.AioApi;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.adapter.http.trade.Trade;
import ecpay.domain.inbox.Reading;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.rule.RuleViolationException;
import java.util.function.Function;

/**
 * Reads what AIO sends. The signature covers every field that arrived, also those of which nobody
 * has heard.
 */
final class Notices {
  private static final int MOST_BYTES = 64 << 10;
  private static final Reading<PaymentReport> REFUSED =
      new Reading.Refused<>("CheckMacValue Error");

  private Notices() {}

  /** Whatever is wrong with it, the refusal is the same: it must not help an attacker. */
  static Reading<PaymentReport> read(
      Merchant merchant, byte[] body, Function<Fields, Verdict> meaning) {
    if (body.length > MOST_BYTES) {
      return REFUSED;
    }
    EcpayAccount account = merchant.payments();
    try {
      Fields form = AioApi.verified(account, new String(body, UTF_8));
      return new Reading.Authentic<>(
          report(Trade.addressee(account, form, "").value(), form, meaning.apply(form)));
    } catch (UnreadableException | RuleViolationException | IllegalArgumentException _) {
      return REFUSED;
    }
  }

  static PaymentReport report(String merchantId, Fields form, Verdict verdict) {
    return new PaymentReport(
        new EcpayMerchantId(merchantId),
        new MerchantTradeNo(form.text("MerchantTradeNo")),
        verdict,
        Trade.flat(form),
        Trade.isSimulated(form));
  }

  /** RtnCode 1 is money, and nothing else is (R-PAY-07). */
  static Verdict result(Fields form) {
    return switch (form.rtnCode()) {
      case "1" -> new Verdict.Paid();
      case "2", "10100073" -> issued(form);
      default -> new Verdict.Declined(new PaymentFailure(form.rtnCode(), form.rtnMsg()));
    };
  }

  /** Of codes that are given out; a code that could not be issued is no failure of the money. */
  static Verdict code(Fields form) {
    return switch (form.rtnCode()) {
      case "2", "10100073" -> issued(form);
      // Money is told at another address, and a code is not money (R-PAY-06).
      case "1" -> new Verdict.Pending();
      default -> new Verdict.Declined(new PaymentFailure(form.rtnCode(), form.rtnMsg()));
    };
  }

  /** Without a code or an application nothing is known but that the money is still to come. */
  static Verdict issued(Fields form) {
    return Trade.flatCode(form)
        .<Verdict>map(Verdict.CodeIssued::new)
        .orElseGet(Verdict.Pending::new);
  }
}
