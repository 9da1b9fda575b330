package ecpay.adapter.http.invoice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.http.Facts;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.delay.DelayNoticeReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How CB-10 is read: a hint that nothing signs (invoice-b2c.md section 12.1). */
class DelayNoticesTest {
  private static final String NOTICE =
      "inv_mer_id=2000132&od_sob=ORDER0001&tsr=INVOICE0001&invoicedate=2026-11-21"
          + "&invoicetime=12%3A08%3A00&invoicenumber=UV12345678&invoicecode=6099&inv_error=";

  private final DelayNoticeReader reader = EcpayInvoices.notices();

  private Optional<InvoiceId> read(String body) {
    return reader.read(Facts.MERCHANT, body.getBytes(UTF_8));
  }

  @Test
  void itNamesTheInvoiceByItsTsr() {
    assertThat(read(NOTICE)).contains(new InvoiceId("INVOICE0001"));
  }

  @Test
  void aFailureIsAHintAsWell() {
    assertThat(read("inv_mer_id=2000132&tsr=INVOICE0001&inv_error=5070350"))
        .contains(new InvoiceId("INVOICE0001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tsr=INVOICE0001",
        "inv_mer_id=2000133&tsr=INVOICE0001",
        "inv_mer_id=3002607&tsr=INVOICE0001",
        "inv_mer_id=2000132",
        "inv_mer_id=2000132&tsr=",
        "inv_mer_id=2000132&tsr=no-id",
        "inv_mer_id=2000132&tsr=INVOICE0001&tsr=INVOICE0002",
        "inv_mer_id=2000132&inv_mer_id=2000133&tsr=INVOICE0001",
        "inv_mer_id=2000132&tsr=%zz",
        "{\"inv_mer_id\":\"2000132\",\"tsr\":\"INVOICE0001\"}"
      })
  void whatIsNotForUsSaysNothing(String body) {
    assertThat(read(body)).isEmpty();
  }

  @Test
  void anEndlessNoticeSaysNothing() {
    assertThat(read(NOTICE + "&x=" + "x".repeat(64 << 10))).isEmpty();
  }
}
