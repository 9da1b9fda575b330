package ecpay.sandbox.invoice.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Invoices;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The upload of invoices to the tax authority, as GetIssue tells it (R-INV-21). */
class UploadTest {
  @AutoClose private final Bench bench = new Bench();
  private JsonNode invoice;

  @BeforeEach
  void start() {
    bench.taipei("2026-11-10T11:00:00");
    invoice = Invoices.issued(bench);
  }

  private void uploads(boolean wanted) {
    bench.control("POST", "/sandbox/settings", "{\"uploads\":" + wanted + "}");
  }

  private String upload() {
    var found = Invoices.get(bench, invoice).data();
    return found.path("IIS_Upload_Status").asText()
        + "|"
        + found.path("IIS_Upload_Date").asText().replaceFirst(":\\d\\d$", "")
        + "|"
        + found.path("IIS_Turnkey_Status").asText();
  }

  @Test
  void anInvoiceIsUploadedADayAfterItsIssue() {
    bench.taipei("2026-11-11T10:59:50");
    assertThat(upload()).isEqualTo("0||");
    bench.taipei("2026-11-11T11:01:00");
    assertThat(upload()).isEqualTo("1|2026-11-11 11:00|C");
    bench.taipei("2026-11-10T12:00:00");
    assertThat(upload()).as("what is uploaded stays so").startsWith("1|");
  }

  @Test
  void heldUploadsArriveTogetherWhenTheyAreLetGo() {
    uploads(false);
    assertThat(bench.control("GET", "/sandbox/settings", "").path("uploads").asBoolean()).isFalse();
    bench.taipei("2026-11-13T12:00:00");
    assertThat(upload()).isEqualTo("0||P");
    bench.taipei("2026-11-15T12:00:00");
    uploads(true);
    assertThat(upload()).isEqualTo("1|2026-11-15 12:00|C");
  }

  @Test
  void whatIsUploadedIsNotTouchedByALaterHold() {
    bench.taipei("2026-11-11T11:01:00");
    uploads(false);
    assertThat(upload()).isEqualTo("1|2026-11-11 11:00|C");
  }

  @Test
  void aNotYetDueInvoiceIsNotHurriedByTheEndOfAHold() {
    uploads(false);
    uploads(true);
    assertThat(upload()).isEqualTo("0||");
  }
}
