package ecpay.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.inject.Injector;
import ecpay.domain.Samples;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.report.PaymentNoticeReader;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a log may say of a call (R-TRN-07). */
class SecretsTest {
  private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root =
      ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);

  @BeforeEach
  void listen() {
    root.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stop() {
    root.setLevel(Level.WARN);
    root.detachAppender(log);
    ecpay.close();
  }

  @Test
  void theLogTellsOperationMerchantAndOutcomeAndNoSecret() {
    Injector adapter = Facts.adapter(Facts.settings(ecpay.uri()));
    ecpay
        .thenData(
            Facts.PAYMENT_KEYS,
            "{\"RtnCode\":1,\"Token\":\"secret-token\",\"TokenExpireDate\":\"2026/11/21 12:15:06\"}")
        .thenData(Facts.PAYMENT_KEYS, "{\"RtnCode\":10200058,\"RtnMsg\":\"secret-words\"}")
        .then(500, "secret-page")
        .then(200, "secret-garbage");
    PaymentGateway payments = adapter.getInstance(PaymentGateway.class);
    payments.getTokenbyTrade(Facts.MERCHANT, Samples.order(), Samples.attempt());
    payments.createPayment(Facts.MERCHANT, Facts.TRADE_NO, new PayToken("secret-paytoken"));
    InvoiceGateway invoices = adapter.getInstance(InvoiceGateway.class);
    invoices.issue(Facts.MERCHANT, Samples.invoiceDocument());
    invoices.getIssue(Facts.MERCHANT, Samples.invoiceDocument().relateNumber());
    adapter
        .getInstance(PaymentNoticeReader.class)
        .readReturn(Facts.MERCHANT, "secret-notice".getBytes(UTF_8));

    List<String> lines =
        log.list.stream()
            .filter(event -> event.getLoggerName().startsWith("ecpay."))
            .map(event -> event.getFormattedMessage().replaceAll("[0-9]+ ms", "n ms"))
            .toList();
    assertThat(lines)
        .containsExactly(
            "GetTokenbyTrade merchant=3002607 accepted n ms",
            "CreatePayment merchant=3002607 refused 10200058 n ms",
            "Issue merchant=2000132 unknown n ms",
            "GetIssue merchant=2000132 unknown n ms");
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .allSatisfy(line ->
            assertThat(line)
                .doesNotContain(
                    Facts.PAYMENT_KEY,
                    Facts.PAYMENT_IV,
                    Facts.INVOICE_KEY,
                    Facts.INVOICE_IV,
                    "secret",
                    "buyer@example.com",
                    "0912345678",
                    "王小明"));
  }
}
