package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Injector;
import ecpay.adapter.http.json.Fields;
import ecpay.crypto.CryptoKeys;
import ecpay.domain.RandomSamples;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.PaymentMethod;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whatever the facts, what ECPay decrypts says the same facts, in plain numbers. */
class RoundTripTest {
  private static final int SEEDS = 300;

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final Injector adapter = Facts.adapter(Facts.settings(ecpay.uri()));

  /** Plays each seed; a failure names the seed that repeats it. */
  private void forEachSeed(BiConsumer<RandomSamples, Order> story) {
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomSamples samples = new RandomSamples(seed);
      ecpay.then(404, "");
      try {
        story.accept(samples, samples.order());
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("seed " + seed, failure);
      }
    }
  }

  private ObjectNode lastData(CryptoKeys keys) {
    ObjectNode data = ecpay.requests().getLast().data(keys);
    assertThat(data.toString()).doesNotContainPattern("[0-9][eE][+-]?[0-9]+[,}]");
    return data;
  }

  @Test
  void anyInvoiceArrivesAsItIs() {
    InvoiceGateway invoices = adapter.getInstance(InvoiceGateway.class);
    forEachSeed((samples, order) -> {
      InvoiceDocument document = samples.invoice(order).document();
      invoices.issue(Facts.MERCHANT, document);
      ObjectNode sent = lastData(Facts.INVOICE_KEYS);
      assertThat(SentDocument.invoice(sent)).isEqualTo(SentDocument.plain(document));
      assertThat(sent.get("vat").textValue()).isEqualTo("1");
    });
  }

  @Test
  void anyAllowanceArrivesAsItIs() {
    AllowanceGateway allowances = adapter.getInstance(AllowanceGateway.class);
    forEachSeed((samples, _) -> {
      AllowanceDocument document = samples.allowanceDocument();
      switch (document.consent()) {
        case Consent.Online _ -> allowances.allowanceByCollegiate(Facts.MERCHANT, document);
        case Consent.Paper _ -> allowances.allowance(Facts.MERCHANT, document);
      }
      assertThat(SentDocument.allowance(document, lastData(Facts.INVOICE_KEYS)))
          .isEqualTo(SentDocument.plain(document));
    });
  }

  @Test
  void anyOrderArrivesAsItIs() {
    PaymentGateway payments = adapter.getInstance(PaymentGateway.class);
    forEachSeed((samples, order) -> {
      Attempt attempt = samples.payment(order).attempt();
      if (attempt.channel() == Channel.HOSTED) {
        return; // HostedPaymentsTest
      }
      payments.getTokenbyTrade(Facts.MERCHANT, order, attempt);
      ObjectNode sent = lastData(Facts.PAYMENT_KEYS);
      Fields info = new Fields((ObjectNode) sent.get("OrderInfo"));
      assertThat(info.text("ItemName")).isEqualTo(order.content().itemName());
      assertThat(info.text("TradeDesc")).isEqualTo(order.content().description());
      assertThat(info.text("MerchantTradeNo")).isEqualTo(attempt.tradeNo().value());
      assertThat(info.money("TotalAmount")).isEqualTo(order.total());
      assertThat(info.requiredTime("MerchantTradeDate").getEpochSecond())
          .isEqualTo(attempt.startedAt().getEpochSecond());
      assertThat(sent.has("ChoosePaymentList"))
          .isEqualTo(attempt.offer().card().periodic().isEmpty());
      if (sent.has("ChoosePaymentList")) {
        assertThat(methods(sent)).isEqualTo(attempt.methods());
      }
      Fields consumer = new Fields((ObjectNode) sent.get("ConsumerInfo"));
      assertThat(consumer.text("Name")).isEqualTo(order.content().buyer().name());
      assertThat(SentDocument.optional(consumer, "Email").map(EmailAddress::new))
          .isEqualTo(order.content().buyer().email());
      assertThat(SentDocument.optional(consumer, "Phone").map(PhoneNumber::new))
          .isEqualTo(order.content().buyer().phone());
    });
  }

  private static Object methods(ObjectNode sent) {
    return Arrays.stream(sent.get("ChoosePaymentList").textValue().split(","))
        .map(code ->
            switch (code) {
              case "1" -> PaymentMethod.CARD;
              case "3" -> PaymentMethod.ATM;
              case "4" -> PaymentMethod.CVS_CODE;
              case "5" -> PaymentMethod.CVS_BARCODE;
              case "6" -> PaymentMethod.UNION_PAY;
              case "7" -> PaymentMethod.APPLE_PAY;
              default -> throw new AssertionError("method " + code);
            })
        .collect(Collectors.toSet());
  }
}
