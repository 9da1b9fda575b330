package ecpay.adapter.http.boundcard;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.adapter.http.envelope.Envelope;
import ecpay.adapter.http.envelope.Envelope.Opened;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.crypto.EncodingRefusedException;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.BindResult;
import ecpay.domain.boundcard.BindResultReader;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.rule.RuleViolationException;
import java.util.List;
import java.util.Optional;

/** Reads CB-04: that the merchant's keys open it to JSON is the proof of its origin. */
final class BindResults implements BindResultReader {
  private static final int MOST_BYTES = 64 << 10;

  @Override
  public Optional<BindResult> read(Merchant merchant, byte[] body) {
    if (body.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      List<Field> results =
          FormFields.parse(new String(body, UTF_8)).stream()
              .filter(field -> field.name().equals("ResultData"))
              .toList();
      if (results.size() != 1) {
        return Optional.empty();
      }
      return switch (Envelope.open(
          results.getFirst().value(), Envelope.payload(merchant.payments()))) {
        case Opened.Rejected _ -> Optional.empty();
        case Opened.Accepted(String outer, Fields data) -> Optional.of(result(outer, data));
      };
    } catch (EncodingRefusedException
        | UnreadableException
        | RuleViolationException
        | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static BindResult result(String outer, Fields data) {
    EcpayMerchantId merchant =
        new EcpayMerchantId(data.has("MerchantID") ? data.text("MerchantID") : outer);
    MerchantTradeNo tradeNo = new MerchantTradeNo(data.part("OrderInfo").text("MerchantTradeNo"));
    return data.isSuccess()
        ? new BindResult.Claimed(merchant, tradeNo, new BindCardId(data.text("BindCardID")))
        : new BindResult.Refused(
            merchant, tradeNo, new PaymentFailure(data.rtnCode(), data.rtnMsg()));
  }
}
