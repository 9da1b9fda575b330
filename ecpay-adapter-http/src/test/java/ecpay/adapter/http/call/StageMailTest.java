package ecpay.adapter.http.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Injector;
import ecpay.adapter.http.Facts;
import ecpay.adapter.http.ScriptedEcpay;
import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.domain.AllowanceSamples;
import ecpay.domain.Samples;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.document.NotifyMail;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.delay.DelayGateway;
import ecpay.domain.notification.NotificationGateway;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.rule.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** No real address reaches ECPay's stage (R-INV-36). */
class StageMailTest {
  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();

  private Injector adapter(EcpaySettings.InvoiceWire wire) {
    return Facts.adapter(Facts.settings(ecpay.uri(), wire));
  }

  /** Every operation that names an address, with {@code buyer@example.com}. */
  private void tellEverybody(EcpaySettings.InvoiceWire wire) {
    Injector adapter = adapter(wire);
    InvoiceGateway invoices = adapter.getInstance(InvoiceGateway.class);
    DelayGateway delays = adapter.getInstance(DelayGateway.class);
    AllowanceGateway allowances = adapter.getInstance(AllowanceGateway.class);
    InvoiceId tsr = new InvoiceId("INVOICE0001");
    invoices.issue(Facts.MERCHANT, Samples.invoiceDocument());
    invoices.voidWithReIssue(
        Facts.MERCHANT, Samples.invoiceFacts(), new VoidReason("改地址"), Samples.invoiceDocument());
    delays.delayIssue(
        Facts.MERCHANT, tsr, Samples.invoiceDocument(), new InvoiceTiming.AfterDays(1));
    delays.editDelayIssue(Facts.MERCHANT, tsr, Samples.invoiceDocument());
    allowances.allowanceByCollegiate(
        Facts.MERCHANT, AllowanceSamples.allowanceDocument(Samples.onlineConsent()));
    NotifyMail two =
        new NotifyMail(
            List.of(new EmailAddress("buyer@example.com"), new EmailAddress("other@example.org")));
    allowances.allowance(
        Facts.MERCHANT,
        AllowanceSamples.allowanceDocument(
            new Consent.Paper(
                new Consent.Signature.Recorded(Samples.NOW),
                new Consent.Notice(Optional.of(two), Optional.empty()))));
    adapter.getInstance(NotificationGateway.class).invoiceNotify(Facts.MERCHANT, Samples.notice());
  }

  private List<String> sent() {
    return ecpay.requests().stream()
        .map(request -> request.data(Facts.INVOICE_KEYS))
        .map(ObjectNode::toString)
        .toList();
  }

  @Test
  @Rule("R-INV-36")
  void onStageEveryAddressIsReplaced() {
    tellEverybody(EcpaySettings.stage().invoices());
    assertThat(sent())
        .hasSize(7)
        .allSatisfy(
            data -> assertThat(data.replace("\"stage@example.com\"", "")).doesNotContain("@"))
        .allSatisfy(data -> assertThat(data).contains("stage@example.com"));
  }

  @Test
  @Rule("R-INV-36")
  void elsewhereEveryAddressIsKept() {
    tellEverybody(EcpaySettings.production().invoices());
    assertThat(sent())
        .hasSize(7)
        .allSatisfy(data -> assertThat(data).contains("buyer@example.com"))
        .noneSatisfy(data -> assertThat(data).contains("stage@example.com"));
  }

  @Test
  @Rule("R-INV-36")
  void whereThereIsNoAddressNoneIsPut() {
    adapter(EcpaySettings.InvoiceWire.stage())
        .getInstance(AllowanceGateway.class)
        .allowance(Facts.MERCHANT, AllowanceSamples.allowanceDocument(Samples.paperConsent()));
    assertThat(sent()).hasSize(1).allSatisfy(data -> assertThat(data).doesNotContain("@"));
  }

  @Test
  @Rule("R-INV-36")
  void onStageTheAddressOfAPayerIsReplacedAndElsewhereKept() {
    for (EcpaySettings.InvoiceWire wire :
        List.of(EcpaySettings.InvoiceWire.stage(), EcpaySettings.production().invoices())) {
      adapter(wire)
          .getInstance(PaymentGateway.class)
          .getTokenbyTrade(Facts.MERCHANT, Samples.order(), Samples.attempt());
    }
    assertThat(ecpay.requests())
        .extracting(request -> request.data(Facts.PAYMENT_KEYS).at("/ConsumerInfo/Email").asText())
        .containsExactly("stage@example.com", "buyer@example.com");
  }
}
