package ecpay.domain.invoice.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.LoveCode;
import ecpay.domain.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an invoice must be uploaded, and when its winner must be reachable. */
class DeadlinesTest {
  private static final Invoice.Issued ISSUED = Samples.issuedInvoice();

  @Rule("R-INV-21")
  @Test
  void anUploadIsLookedForAfterADayAndIsLateAfter48Hours() {
    Instant issued = ISSUED.facts().issuedAt();
    assertThat(UploadPolicy.firstLook(ISSUED)).isEqualTo(issued.plus(Duration.ofDays(1)));
    assertThat(UploadPolicy.deadline(ISSUED)).isEqualTo(issued.plus(Duration.ofDays(2)));
  }

  @Rule({"R-INV-21", "R-INV-27"})
  @Test
  void aReissuedOneIsUploadedAnew() {
    Instant later = ISSUED.facts().issuedAt().plus(Duration.ofDays(9));
    Invoice.Issued reissued = ISSUED.reissued(ISSUED.document(), ISSUED.facts(), later);
    assertThat(UploadPolicy.firstLook(reissued)).isEqualTo(later.plus(Duration.ofDays(1)));
    assertThat(UploadPolicy.deadline(reissued)).isEqualTo(later.plus(Duration.ofDays(2)));
  }

  @Rule("R-INV-35")
  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-03-29",
    "2026-01-31, 2026-03-29",
    "2026-02-28, 2026-03-29",
    "2026-03-01, 2026-05-29",
    "2026-06-30, 2026-07-29",
    "2026-08-31, 2026-09-29",
    "2026-10-31, 2026-11-29",
    "2026-11-01, 2027-01-29",
    "2026-12-31, 2027-01-29"
  })
  void winnersAreCheckedOnThe29thOfTheOddMonthAfterTheTerm(LocalDate issued, LocalDate draw) {
    assertThat(Lottery.drawOf(issued)).isEqualTo(draw);
  }

  @Rule("R-INV-35")
  @Test
  void aMissingAddressIsWarnedOfAWeekBeforeInTheMorning() {
    assertThat(Lottery.warningTime(ISSUED)).isEqualTo(Instant.parse("2027-01-22T09:00:00+08:00"));
    Invoice.Issued atMidnight =
        Samples.requestedInvoice()
            .issued(
                new IssuedInvoice(
                    ISSUED.facts().number(), Instant.parse("2026-11-01T00:00:00+08:00"), "6099"));
    assertThat(Lottery.warningTime(atMidnight))
        .isEqualTo(Instant.parse("2027-01-22T09:00:00+08:00"));
  }

  private static InvoiceDocument document(
      InvoicePreference delivery, Optional<EmailAddress> email) {
    InvoiceDocument sample = Samples.invoiceDocument();
    return new InvoiceDocument(
        sample.relateNumber(),
        sample.customerName(),
        email,
        sample.phone(),
        delivery,
        sample.taxation(),
        sample.items(),
        sample.salesAmount());
  }

  @Rule("R-INV-35")
  @Test
  void onlyAnInvoiceOnACarrierWithoutAnEmailCannotTellItsWinner() {
    InvoicePreference barcode = InvoicePreference.on(new Carrier.MobileBarcode("/ABC.+-1"));
    InvoicePreference ecpay = InvoicePreference.on(new Carrier.Ecpay());
    Optional<EmailAddress> email = Optional.of(new EmailAddress("buyer@example.com"));
    assertThat(Lottery.lacksAddress(document(barcode, Optional.empty()))).isTrue();
    assertThat(Lottery.lacksAddress(document(ecpay, Optional.empty()))).isTrue();
    assertThat(Lottery.lacksAddress(document(barcode, email))).isFalse();
    assertThat(
            Lottery.lacksAddress(
                document(InvoicePreference.printedFor("Taipei"), Optional.empty())))
        .isFalse();
    assertThat(
            Lottery.lacksAddress(
                document(InvoicePreference.donatedTo(new LoveCode("168001")), Optional.empty())))
        .isFalse();
  }
}
