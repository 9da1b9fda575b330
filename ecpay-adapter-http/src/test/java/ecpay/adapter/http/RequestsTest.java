package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Injector;
import ecpay.crypto.CryptoKeys;
import ecpay.domain.AllowanceSamples;
import ecpay.domain.Samples;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.document.NotifyMail;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.rule.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What each operation sends, word for word. */
class RequestsTest {
  private static final EmailAddress MAIL = new EmailAddress("test@ecpay.com.tw");
  private static final PhoneNumber PHONE = new PhoneNumber("0912345678");

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();

  private Injector adapter() {
    return Facts.adapter(Facts.settings(ecpay.uri()));
  }

  private ObjectNode sentData(CryptoKeys keys) {
    return ecpay.onlyRequest().data(keys);
  }

  @Test
  void aPaperAllowanceSaysWhomEcpayTells() {
    assertThat(allowanceNotify(Optional.empty(), Optional.empty())).isEqualTo("N");
    assertThat(allowanceNotify(Optional.of(new NotifyMail(List.of(MAIL))), Optional.empty()))
        .isEqualTo("E");
    assertThat(allowanceNotify(Optional.empty(), Optional.of(PHONE))).isEqualTo("S");
    assertThat(allowanceNotify(Optional.of(new NotifyMail(List.of(MAIL))), Optional.of(PHONE)))
        .isEqualTo("A");
  }

  private String allowanceNotify(Optional<NotifyMail> mail, Optional<PhoneNumber> phone) {
    adapter()
        .getInstance(AllowanceGateway.class)
        .allowance(
            Facts.MERCHANT,
            AllowanceSamples.allowanceDocument(
                new Consent.Paper(
                    new Consent.Signature.Recorded(Samples.NOW), new Consent.Notice(mail, phone))));
    ScriptedEcpay.Request sent = ecpay.requests().getLast();
    assertThat(sent.path()).isEqualTo("/B2CInvoice/Allowance");
    ObjectNode data = sent.data(Facts.INVOICE_KEYS);
    assertThat(data.has("ReturnURL")).isFalse();
    assertThat(data.path("NotifyMail").asText()).isEqualTo(mail.map(NotifyMail::joined).orElse(""));
    assertThat(data.path("NotifyPhone").asText())
        .isEqualTo(phone.map(PhoneNumber::value).orElse(""));
    return data.get("AllowanceNotify").textValue();
  }

  @Test
  void theOneWayOfConsentNeverGoesToTheOtherOperation() {
    AllowanceGateway allowances = adapter().getInstance(AllowanceGateway.class);
    AllowanceDocument online = AllowanceSamples.allowanceDocument(Samples.onlineConsent());
    AllowanceDocument paper = AllowanceSamples.allowanceDocument(Samples.paperConsent());
    assertThatThrownBy(() -> allowances.allowance(Facts.MERCHANT, online))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> allowances.allowanceByCollegiate(Facts.MERCHANT, paper))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ecpay.requests()).isEmpty();
  }

  @Test
  @Rule("R-ORD-11")
  void getTokenbyTradeBringsWhatEachMethodRequires() {
    adapter()
        .getInstance(PaymentGateway.class)
        .getTokenbyTrade(Facts.MERCHANT, Samples.order(), Samples.attempt());
    assertThat(ecpay.onlyRequest().path()).isEqualTo("/Merchant/GetTokenbyTrade");
    assertThat(sentData(Facts.PAYMENT_KEYS).toString())
        .isEqualTo(
            """
            {"MerchantID":"3002607","RememberCard":0,"PaymentUIType":2,\
            "ChoosePaymentList":"1,3,4,5,6",\
            "OrderInfo":{"MerchantTradeDate":"2026/11/21 12:05:06","MerchantTradeNo":"TRADE0001",\
            "TotalAmount":1000,"ReturnURL":"https://shop.example/callbacks/shop/payment",\
            "TradeDesc":"小書店訂單","ItemName":"小說#書籤#運費"},\
            "CardInfo":{"OrderResultURL":"https://shop.example/callbacks/shop/payment-result"},\
            "UnionPayInfo":{"OrderResultURL":"https://shop.example/callbacks/shop/payment-result"},\
            "ATMInfo":{"ExpireDate":3},"CVSInfo":{"StoreExpireDate":10080},\
            "BarcodeInfo":{"StoreExpireDate":7},\
            "ConsumerInfo":{"Email":"buyer@example.com","Phone":"0912345678","Name":"王小明",\
            "CountryCode":"158"}}\
            """);
  }

  @Test
  void queryTradeAsksTheOtherHostByTheTradeNumber() {
    adapter().getInstance(PaymentGateway.class).queryTrade(Facts.MERCHANT, Facts.attempt());
    assertThat(ecpay.onlyRequest().path()).isEqualTo("/1.0.0/Cashier/QueryTrade");
    assertThat(sentData(Facts.PAYMENT_KEYS).toString())
        .isEqualTo("{\"MerchantID\":\"3002607\",\"MerchantTradeNo\":\"test123456789\"}");
  }

  @Test
  void issueSaysAllThatAppliesAndNothingElse() {
    adapter().getInstance(InvoiceGateway.class).issue(Facts.MERCHANT, Samples.invoiceDocument());
    assertThat(ecpay.onlyRequest().path()).isEqualTo("/B2CInvoice/Issue");
    assertThat(sentData(Facts.INVOICE_KEYS).toString())
        .isEqualTo(
            """
            {"MerchantID":"2000132","RelateNumber":"INVOICE0001","CustomerName":"王小明",\
            "CustomerPhone":"0912345678","CustomerEmail":"buyer@example.com","Print":"0",\
            "Donation":"0","CarrierType":"3","CarrierNum":"/ABC.+-1","InvType":"07",\
            "TaxType":"1","SalesAmount":1000,"Items":[\
            {"ItemSeq":1,"ItemName":"小說","ItemCount":2,"ItemWord":"本","ItemPrice":350,\
            "ItemTaxType":"1","ItemAmount":700},\
            {"ItemSeq":2,"ItemName":"書籤","ItemCount":3,"ItemWord":"張","ItemPrice":33.3333,\
            "ItemTaxType":"1","ItemAmount":100},\
            {"ItemSeq":3,"ItemName":"運費","ItemCount":1,"ItemWord":"式","ItemPrice":200,\
            "ItemTaxType":"1","ItemAmount":200}],"vat":"1"}\
            """);
  }

  @Test
  void queriesNameOnlyTheirKeys() {
    Injector adapter = adapter();
    adapter
        .getInstance(InvoiceGateway.class)
        .getIssue(Facts.MERCHANT, new RelateNumber("INVOICE0001"));
    adapter
        .getInstance(AllowanceGateway.class)
        .getAllowanceList(
            Facts.MERCHANT, new InvoiceNumber("UV11100015"), LocalDate.of(2019, 9, 7));
    assertThat(ecpay.requests())
        .extracting(
            ScriptedEcpay.Request::path, request -> request.data(Facts.INVOICE_KEYS).toString())
        .containsExactly(
            tuple(
                "/B2CInvoice/GetIssue",
                "{\"MerchantID\":\"2000132\",\"RelateNumber\":\"INVOICE0001\"}"),
            tuple(
                "/B2CInvoice/GetAllowanceList",
                "{\"MerchantID\":\"2000132\",\"SearchType\":\"1\",\"InvoiceNo\":\"UV11100015\","
                    + "\"Date\":\"2019-09-07\"}"));
  }

  @Test
  @Rule({"R-TRN-10", "R-TRN-11"})
  void revisionIsSentToTheInvoiceServiceOnlyAndNobodyGetsAPlatform() {
    Injector adapter = adapter();
    adapter.getInstance(PaymentGateway.class).queryTrade(Facts.MERCHANT, Facts.attempt());
    adapter
        .getInstance(InvoiceGateway.class)
        .getIssue(Facts.MERCHANT, new RelateNumber("INVOICE0001"));
    assertThat(ecpay.requests())
        .extracting(request -> request.envelope().without("Data").toString())
        .containsExactly(
            "{\"MerchantID\":\"3002607\",\"RqHeader\":{\"Timestamp\":1795233906}}",
            "{\"MerchantID\":\"2000132\","
                + "\"RqHeader\":{\"Timestamp\":1795233906,\"Revision\":\"3.0.0\"}}");
  }
}
