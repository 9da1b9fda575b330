package ecpay.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import ecpay.crypto.CheckMac;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Digest;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.crypto.SpaceEncoding;
import ecpay.domain.Samples;
import ecpay.domain.allowance.AllowanceNoticeReader;
import ecpay.domain.contract.ContractNoticeReader;
import ecpay.domain.inbox.Reading;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderLine;
import ecpay.domain.order.OrderReference;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.HostedCheckout;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.rule.Rule;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * CheckMacValue does not say where a field ends: a form that we sign, or that holds a buyer's text,
 * must not pass for a notice when it is cut at other places (R-CBK-09).
 */
class ForgedNoticeTest {
  private static final String ENGRAVING =
      "x&MerchantID=3002607&MerchantTradeNo=test123456789&RtnCode=1&TradeAmt=1680&ZZ=";

  private static final String PAID =
      "&MerchantID=3002607&MerchantTradeNo=test123456789&RtnCode=1&TradeAmt=1680&ZZ=z";

  private static final String CHARGED =
      "&Amount=1680&Gwsr=10735183&MerchantID=3002607&MerchantTradeNo=test123456789"
          + "&ProcessDate=2026%2F03%2F05+09%3A30%3A00&RtnCode=1&TotalSuccessTimes=2";

  private final Injector adapter = Facts.adapter(Facts.settings(URI.create("http://127.0.0.1:1")));
  private final PaymentNoticeReader payments = adapter.getInstance(PaymentNoticeReader.class);
  private final ContractNoticeReader contracts = adapter.getInstance(ContractNoticeReader.class);

  private static String signed(CryptoKeys keys, String form) {
    List<Field> fields = new ArrayList<>(FormFields.parse(form));
    String mac = CheckMac.with(keys).compute(fields, Digest.SHA256, SpaceEncoding.PLUS);
    fields.add(new Field(CheckMac.FIELD, mac));
    return FormFields.write(fields);
  }

  private static byte[] signed(String form) {
    return signed(Facts.PAYMENT_KEYS, form).getBytes(UTF_8);
  }

  /** The form that a buyer gets for an order whose first line is named like that. */
  private List<HostedCheckout.Field> checkout(String name) {
    OrderContent sample = Samples.content();
    OrderLine first = sample.lines().getFirst();
    List<OrderLine> lines = new ArrayList<>(sample.lines());
    lines.set(
        0,
        new OrderLine(
            name, first.quantity(), first.unit(), first.price(), first.amount(), first.tax()));
    OrderContent content =
        new OrderContent(sample.buyer(), lines, sample.total(), "Tea & cups", sample.invoice());
    content.demandFitForHostedPage();
    Instant now = Instant.parse("2026-03-05T01:00:00Z");
    OrderId id = new OrderId("O2");
    Attempt attempt =
        new Attempt(
            new PaymentId("P2"),
            Facts.MERCHANT.id(),
            id,
            new MerchantTradeNo("OTHER1"),
            sample.total(),
            Offer.hosted(Set.of(PaymentMethod.CARD)),
            now);
    return adapter
        .getInstance(HostedCheckout.class)
        .form(
            Facts.MERCHANT,
            Order.place(id, Facts.MERCHANT.id(), new OrderReference("R2"), content, now),
            attempt)
        .fields();
  }

  @Test
  @Rule("R-CBK-09")
  void whatABuyerWritesIntoAnOrderStaysInsideItsField() {
    assertThat(checkout(ENGRAVING))
        .filteredOn(field -> Set.of("ItemName", "TradeDesc").contains(field.name()))
        .hasSize(2)
        .extracting(HostedCheckout.Field::value)
        .noneMatch(value -> value.contains("&"))
        .anyMatch(value -> value.startsWith("x＆MerchantID=3002607＆"));
  }

  @Test
  @Rule("R-CBK-09")
  void theFieldsOfANoticeAreOneWhenNothingOfARequestIsAmongThem() {
    assertThat(payments.readHostedReturn(Facts.MERCHANT, signed(PAID)))
        .isInstanceOf(Reading.Authentic.class);
    assertThat(contracts.readHostedPeriodReturn(Facts.MERCHANT, signed(CHARGED)))
        .isInstanceOf(Reading.Authentic.class);
  }

  /** The first field of a request of ours, in any case of letters, or hidden in a longer name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ChoosePayment=Credit",
        "choosepayment=Credit",
        "BindingCard=1",
        "BINDINGCARD=1",
        "BindingCard%3D1%26ChoosePayment=Credit",
        "ChoosePayment%3DCredit%26ItemName=x",
        "=x"
      })
  @Rule("R-CBK-09")
  void aRequestOfOursIsNoNotice(String first) {
    assertThat(payments.readHostedReturn(Facts.MERCHANT, signed(first + PAID)))
        .isInstanceOf(Reading.Refused.class);
    assertThat(payments.readPaymentInfo(Facts.MERCHANT, signed(first + PAID)))
        .isInstanceOf(Reading.Refused.class);
    assertThat(payments.readHostedResult(Facts.MERCHANT, signed(first + PAID)))
        .isInstanceOf(Reading.Refused.class);
    assertThat(contracts.readHostedPeriodReturn(Facts.MERCHANT, signed(first + CHARGED)))
        .isInstanceOf(Reading.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&ChoosePayment=Credit", "&bindingcard=1", "&IA_Date%3D1%26X=x"})
  @Rule("R-CBK-09")
  void aRequestOfOursIsNoConsent(String more) {
    String consent =
        "IA_Allow_No=1909181313013546&IA_Date=2019-09-18+13%3A13%3A23&IA_Invoice_No=UV11100019"
            + "&IIS_Remain_Allowance_Amt=0&RtnCode=1&RtnMsg=ok";
    AllowanceNoticeReader reader = adapter.getInstance(AllowanceNoticeReader.class);
    assertThat(reader.read(Facts.MERCHANT, signed(Facts.INVOICE_KEYS, consent).getBytes(UTF_8)))
        .isInstanceOf(Reading.Authentic.class);
    assertThat(
            reader.read(Facts.MERCHANT, signed(Facts.INVOICE_KEYS, consent + more).getBytes(UTF_8)))
        .isInstanceOf(Reading.Refused.class);
  }
}
