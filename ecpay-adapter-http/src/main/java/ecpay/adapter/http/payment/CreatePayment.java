package ecpay.adapter.http.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.answer.Answer;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.PaymentInstructions;
import ecpay.domain.payment.PaymentInstructions.Atm;
import ecpay.domain.payment.PaymentInstructions.CvsBarcode;
import ecpay.domain.payment.PaymentInstructions.CvsCode;
import ecpay.domain.payment.PaymentReply;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;

/** Charges with what the buyer entered (seed 001). */
record CreatePayment(MerchantTradeNo tradeNo, PayToken payToken)
    implements Operation<PaymentReply> {
  /** The bank did not answer ECPay in time: the buyer may be charged (errors.md, class C). */
  private static final String BANK_TIMED_OUT = "10200115";

  @Override
  public Host host() {
    return Host.ECPG;
  }

  @Override
  public String path() {
    return "/Merchant/CreatePayment";
  }

  @Override
  public void write(ObjectNode data) {
    data.put("PayToken", payToken.value()).put("MerchantTradeNo", tradeNo.value());
  }

  /** In the order of payments-ecpg.md section 2: the buyer's page before RtnCode (D-45). */
  @Override
  public Answer<PaymentReply> read(Fields answer) {
    Trade.demandSame(tradeNo, answer);
    Optional<URI> page =
        page(answer.part("ThreeDInfo").text("ThreeDURL"))
            .or(() -> page(answer.part("UnionPayInfo").text("UnionPayURL")));
    if (page.isPresent()) {
      return new Answer.Accepted<>(new PaymentReply.BuyerMustConfirm(page.get()));
    }
    if (answer.rtnCode().equals(BANK_TIMED_OUT)) {
      return new Answer.Unknown<>(BANK_TIMED_OUT + ": " + answer.rtnMsg(), false);
    }
    return answer.isSuccess() ? new Answer.Accepted<>(charged(answer)) : answer.refusal();
  }

  private static PaymentReply charged(Fields answer) {
    return instructions(answer)
        .<PaymentReply>map(code -> new PaymentReply.CodeIssued(Trade.read(answer), code))
        .orElseGet(() -> new PaymentReply.Charged(Trade.read(answer)));
  }

  /** R-PAY-06. */
  private static Optional<PaymentInstructions> instructions(Fields answer) {
    Fields atm = answer.part("ATMInfo");
    if (atm.has("vAccount")) {
      return Optional.of(
          new Atm(
              atm.text("BankCode"),
              atm.text("vAccount"),
              WireTime.readDay(atm.text("ExpireDate"))
                  .orElseThrow(() -> new UnreadableException("no day in ATMInfo.ExpireDate"))));
    }
    Fields cvs = answer.part("CVSInfo");
    if (cvs.has("PaymentNo")) {
      return Optional.of(
          new CvsCode(cvs.text("PaymentNo"), deadline(cvs), page(cvs.text("PaymentURL"))));
    }
    Fields barcode = answer.part("BarcodeInfo");
    if (barcode.has("Barcode1")) {
      return Optional.of(
          new CvsBarcode(
              barcode.text("Barcode1"),
              barcode.text("Barcode2"),
              barcode.text("Barcode3"),
              deadline(barcode)));
    }
    return Optional.empty();
  }

  private static Instant deadline(Fields code) {
    return WireTime.readDeadline(code.text("ExpireDate"))
        .orElseThrow(() -> new UnreadableException("no time in ExpireDate"));
  }

  /** A page for the buyer's browser: nothing but the web. */
  private static Optional<URI> page(String url) {
    if (url.isBlank()) {
      return Optional.empty();
    }
    try {
      URI page = new URI(url.strip());
      if (page.getHost() != null
          && ("https".equalsIgnoreCase(page.getScheme())
              || "http".equalsIgnoreCase(page.getScheme()))) {
        return Optional.of(page);
      }
    } catch (URISyntaxException _) {
      throw new UnreadableException("a page that is no web address");
    }
    throw new UnreadableException("a page that is no web address");
  }
}
