package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.IssuedInvoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every way in which a call can end, and what it is then called (errors.md). */
class AnswerKindsTest {
  private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final InvoiceGateway invoices =
      Facts.adapter(Facts.settings(ecpay.uri())).getInstance(InvoiceGateway.class);

  @AfterEach
  void stop() {
    ecpay.close();
  }

  private Answer<IssuedInvoice> issue() {
    return invoices.issue(Facts.MERCHANT, Facts.invoice());
  }

  @Test
  void aPageWhereJsonIsExpectedLeavesTheOutcomeUnknown() {
    ecpay.then(200, "<html>welcome</html>");
    assertThat(issue())
        .isEqualTo(new Answer.Unknown<>("the answer cannot be read: not JSON", true));
  }
}
