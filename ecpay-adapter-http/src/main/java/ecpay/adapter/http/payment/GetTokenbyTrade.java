package ecpay.adapter.http.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.setting.EcpaySettings.PaymentWire;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.CallbackUrls;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.OrderContent;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.CheckoutToken;
import ecpay.domain.payment.PaymentGateway.Session;
import ecpay.domain.payment.offer.CardOffer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.offer.PeriodicTerms;
import java.util.List;
import java.util.stream.Collectors;

/** Opens the buyer's payment form, for the methods of the attempt. */
record GetTokenbyTrade(
    OrderContent order, Attempt attempt, CallbackUrls callbacks, PaymentWire wire)
    implements Operation<Session> {
  private static final int PERIODIC = 0;
  private static final int LIST_OF_METHODS = 2;
  private static final int FLEXIBLE_INSTALMENTS = 30;
  private static final String TAIWAN = "158";

  @Override
  public Host host() {
    return Host.ECPG;
  }

  @Override
  public String path() {
    return "/Merchant/GetTokenbyTrade";
  }

  @Override
  public void write(ObjectNode data) {
    data.put("RememberCard", card().remember().isPresent() ? 1 : 0);
    if (card().periodic().isPresent()) {
      data.put("PaymentUIType", PERIODIC);
    } else {
      data.put("PaymentUIType", LIST_OF_METHODS);
      data.put("ChoosePaymentList", choosePaymentList());
    }
    data.putObject("OrderInfo")
        .put("MerchantTradeDate", WireTime.payment(attempt.startedAt()))
        .put("MerchantTradeNo", attempt.tradeNo().value())
        .put("TotalAmount", attempt.amount().twd())
        .put("ReturnURL", callbacks.paymentReturn().value())
        .put("TradeDesc", order.description())
        .put("ItemName", order.itemName());
    attempt.methods().stream().sorted().forEach(method -> writeMethod(data, method));
    card().periodic().ifPresent(terms -> writePeriod(data, terms));
    writeConsumer(data.putObject("ConsumerInfo"), order.buyer());
    attempt.offer().extras().customFields().forEach(text -> data.put("CustomField", text));
  }

  private String choosePaymentList() {
    return attempt.methods().stream()
        .map(GetTokenbyTrade::code)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static String code(PaymentMethod method) {
    return switch (method) {
      case CARD -> "1";
      case INSTALMENTS -> "2";
      case ATM -> "3";
      case CVS_CODE -> "4";
      case CVS_BARCODE -> "5";
      case UNION_PAY -> "6";
      case APPLE_PAY -> "7";
      case FLEXIBLE_INSTALMENTS -> "8";
      case WEB_ATM, TWQR, BNPL, WEIXIN, DIGITAL_PAYMENT ->
          throw new IllegalArgumentException(method + " is not offered in an embedded form");
    };
  }

  /** Each method brings the object that ECPay then requires; one missing answers 5100010. */
  private void writeMethod(ObjectNode data, PaymentMethod method) {
    switch (method) {
      case CARD, APPLE_PAY -> cardInfo(data);
      case INSTALMENTS -> cardInfo(data).put("CreditInstallment", instalments());
      case FLEXIBLE_INSTALMENTS -> cardInfo(data).put("FlexibleInstallment", FLEXIBLE_INSTALMENTS);
      case UNION_PAY ->
          data.putObject("UnionPayInfo").put("OrderResultURL", callbacks.paymentResult().value());
      case ATM ->
          withBrand(
              "ATMBankCode",
              data.putObject("ATMInfo").put("ExpireDate", attempt.offer().codes().atmDays()));
      case CVS_CODE ->
          withCounterLines(
              withBrand(
                  "CVSCode",
                  data.putObject("CVSInfo")
                      .put("StoreExpireDate", attempt.offer().codes().cvsMinutes())));
      case CVS_BARCODE ->
          data.putObject("BarcodeInfo")
              .put("StoreExpireDate", attempt.offer().codes().barcodeDays());
      case WEB_ATM, TWQR, BNPL, WEIXIN, DIGITAL_PAYMENT -> {} // no such method in an embedded form
    }
  }

  /** With bonus points as D-28 decides: left out unless they may be used. */
  private ObjectNode cardInfo(ObjectNode data) {
    ObjectNode info =
        data.withObjectProperty("CardInfo")
            .put("OrderResultURL", callbacks.paymentResult().value());
    return card().bonusPoints() ? info.put("Redeem", wire.redeem()) : info;
  }

  private String instalments() {
    return card().instalments().stream()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private ObjectNode withBrand(String field, ObjectNode info) {
    attempt.offer().brand().ifPresent(brand -> info.put(field, brand));
    return info;
  }

  private void withCounterLines(ObjectNode info) {
    List<String> lines = attempt.offer().extras().counterLines();
    for (int i = 0; i < lines.size(); i++) {
      info.put("Desc_" + (i + 1), lines.get(i));
    }
  }

  /** R-ORD-15; where they stand no source says (U-04). */
  private void writePeriod(ObjectNode data, PeriodicTerms terms) {
    data.withObjectProperty(wire.periodInOrderInfo() ? "OrderInfo" : "CardInfo")
        .put("PeriodAmount", attempt.amount().twd())
        .put("PeriodType", terms.unit().code())
        .put("Frequency", terms.frequency())
        .put("ExecTimes", terms.times())
        .put("PeriodReturnURL", callbacks.periodReturn().value());
  }

  private CardOffer card() {
    return attempt.offer().card();
  }

  /** R-ORD-17. */
  private void writeConsumer(ObjectNode consumer, Buyer buyer) {
    card().remember().ifPresent(member -> consumer.put("MerchantMemberID", member.value()));
    buyer.email().ifPresent(email -> consumer.put("Email", email.value()));
    buyer.phone().ifPresent(phone -> consumer.put("Phone", phone.value()));
    consumer.put("Name", buyer.name()).put("CountryCode", TAIWAN);
  }

  @Override
  public Answer<Session> read(Fields answer) {
    return answer.isSuccess()
        ? new Answer.Accepted<>(
            new Session(
                new CheckoutToken(answer.text("Token")), answer.requiredTime("TokenExpireDate")))
        : answer.refusal();
  }
}
