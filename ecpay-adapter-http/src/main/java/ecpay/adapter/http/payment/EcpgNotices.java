package ecpay.adapter.http.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.adapter.http.envelope.Envelope;
import ecpay.adapter.http.envelope.Envelope.Opened;
import ecpay.adapter.http.hosted.HostedPayments;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.adapter.http.trade.Trade;
import ecpay.crypto.EncodingRefusedException;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.domain.inbox.Reading;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.rule.RuleViolationException;
import java.util.List;

/**
 * Reads what ECPG sends, CB-01 and CB-02, and has AIO's forms read. Data of ECPG has no signature;
 * that the merchant's keys open it to JSON is the proof of its origin (crypto.md section 1).
 */
final class EcpgNotices implements PaymentNoticeReader {
  private static final int MOST_BYTES = 64 << 10;
  private static final Reading<PaymentReport> REFUSED =
      new Reading.Refused<>("the notice cannot be verified");

  @Override
  public Reading<PaymentReport> readReturn(Merchant merchant, byte[] body) {
    if (body.length > MOST_BYTES) {
      return REFUSED;
    }
    return read(merchant, new String(body, UTF_8));
  }

  @Override
  public Reading<PaymentReport> readOrderResult(Merchant merchant, byte[] body) {
    if (body.length > MOST_BYTES) {
      return REFUSED;
    }
    try {
      List<Field> results =
          FormFields.parse(new String(body, UTF_8)).stream()
              .filter(field -> field.name().equals("ResultData"))
              .toList();
      return results.size() == 1 ? read(merchant, results.getFirst().value()) : REFUSED;
    } catch (EncodingRefusedException _) {
      return REFUSED;
    }
  }

  @Override
  public Reading<PaymentReport> readHostedReturn(Merchant merchant, byte[] body) {
    return HostedPayments.readReturn(merchant, body);
  }

  @Override
  public Reading<PaymentReport> readPaymentInfo(Merchant merchant, byte[] body) {
    return HostedPayments.readPaymentInfo(merchant, body);
  }

  @Override
  public Reading<PaymentReport> readHostedResult(Merchant merchant, byte[] body) {
    return HostedPayments.readReturn(merchant, body);
  }

  /** Whatever is wrong with it, the refusal is the same: it must not help an attacker. */
  private static Reading<PaymentReport> read(Merchant merchant, String envelope) {
    try {
      return switch (Envelope.open(envelope, Envelope.payload(merchant.payments()))) {
        case Opened.Rejected _ -> REFUSED;
        case Opened.Accepted(String outerMerchantId, Fields data) ->
            new Reading.Authentic<>(report(merchant.payments(), outerMerchantId, data));
      };
    } catch (UnreadableException | RuleViolationException | IllegalArgumentException _) {
      return REFUSED;
    }
  }

  private static PaymentReport report(EcpayAccount account, String outerMerchantId, Fields data) {
    return Trade.report(Trade.addressee(account, data, outerMerchantId), data, verdict(data));
  }

  private static Verdict verdict(Fields data) {
    return switch (data.rtnCode()) {
      case "1" -> saysUnpaid(data) ? new Verdict.Pending() : new Verdict.Paid();
      // A code was issued, to the buyer of an ATM or counter payment (R-PAY-07).
      case "2", "10100073" -> new Verdict.Pending();
      default -> new Verdict.Declined(new PaymentFailure(data.rtnCode(), data.rtnMsg()));
    };
  }

  /** A simulated payment stays unpaid in ECPay's books, and must be seen as what it is. */
  private static boolean saysUnpaid(Fields data) {
    return data.part("OrderInfo").text("TradeStatus").equals("0") && !Trade.isSimulated(data);
  }
}
