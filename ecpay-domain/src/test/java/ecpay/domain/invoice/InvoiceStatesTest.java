package ecpay.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecpay.domain.Samples;
import ecpay.domain.invoice.InvoiceArchive.PrintStyle;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.RuleViolationException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The moves of an invoice. Only an unissued one can be issued, refused or become unknown, and only
 * a requested one can be sent; the other moves do not compile, so an issued invoice is never issued
 * again (R-INV-34) and a refused one never revived behind a person's back.
 */
class InvoiceStatesTest {
  private static final Invoice.Requested REQUESTED = Samples.requestedInvoice();

  @Rule({"R-INV-02", "R-INV-34"})
  @Test
  void sendingIsRememberedAndForgottenOnlyWhenTheCallSurelyNeverArrived() {
    assertThat(REQUESTED.sentAt()).isEmpty();
    Invoice.Requested sent = REQUESTED.sending(Samples.NOW);
    assertThat(sent.sentAt()).contains(Samples.NOW);
    assertThat(sent.notSent()).isEqualTo(REQUESTED);
    assertThat(sent.document().relateNumber()).isEqualTo(REQUESTED.document().relateNumber());
  }

  @Rule("R-PAY-13")
  @Test
  void anUnissuedInvoiceIsIssuedRefusedOrUnknown() {
    Invoice.Unknown unknown = REQUESTED.outcomeUnknown("time-out", true);
    for (Invoice.Unconfirmed unissued : List.of(REQUESTED, unknown)) {
      assertThat(unissued.issued(Samples.invoiceFacts())).isEqualTo(Samples.issuedInvoice());
      assertThat(unissued.refused("10", "no"))
          .isEqualTo(new Invoice.Refused(REQUESTED.draft(), "10", "no"));
      assertThat(unissued.outcomeUnknown("500", false))
          .isEqualTo(new Invoice.Unknown(REQUESTED.draft(), "500", false));
    }
  }

  @Test
  void allStatesKnowWhoseTheyAre() {
    for (Invoice invoice : List.of(REQUESTED, Samples.issuedInvoice())) {
      assertThat(invoice.id()).isEqualTo(new InvoiceId("INVOICE0001"));
      assertThat(invoice.merchant()).isEqualTo(Samples.SHOP);
      assertThat(invoice.order()).isEqualTo(Samples.ORDER);
      assertThat(invoice.document()).isEqualTo(Samples.invoiceDocument());
    }
  }

  @Rule("R-INV-34")
  @Test
  void partsAreHeldUntilItIsSureThatTheyAreNotInvoiced() {
    Invoice.Issued issued = Samples.issuedInvoice();
    Invoice.Scheduled scheduled = Samples.scheduledInvoice(new InvoiceTiming.AfterDays(1));
    assertThat(
            List.of(
                REQUESTED,
                REQUESTED.awaitingNumbers("5070350", "none", Samples.NOW),
                REQUESTED.outcomeUnknown("time-out", true),
                scheduled,
                issued))
        .allMatch(Invoice::holdsItsParts);
    assertThat(
            List.of(
                issued.voided(new VoidReason("退貨"), Samples.NOW),
                scheduled.cancelled(Samples.NOW),
                REQUESTED.refused("10", "no")))
        .noneMatch(Invoice::holdsItsParts);
  }

  @Rule("R-INV-02")
  @Test
  void aRefusedInvoiceIsAskedForAgainUnderItsOwnRelateNumber() {
    Invoice.Requested again = REQUESTED.refused("10", "no").again(Samples.invoiceDocument());
    assertThat(again).isEqualTo(REQUESTED);
  }

  @Rule({"R-INV-25", "R-ORD-10"})
  @Test
  void aReasonWithAForbiddenWordIsRefused() {
    assertThatExceptionOfType(RuleViolationException.class)
        .isThrownBy(() -> new VoidReason("<b>x</b>"));
  }

  @Test
  void referencesAndPrintStylesHaveTheirForms() {
    assertThat(new InvoiceReference("parcel-1:2._")).hasToString("parcel-1:2._");
    assertThatExceptionOfType(RuleViolationException.class)
        .isThrownBy(() -> new InvoiceReference("no blank"));
    assertThat(PrintStyle.values()).extracting(PrintStyle::code).containsExactly(1, 2, 3, 4, 5);
    assertThat(PrintStyle.values())
        .filteredOn(PrintStyle::isForCompanies)
        .containsExactly(PrintStyle.COMPANY_A4, PrintStyle.COMPANY_A5);
  }

  @Test
  void everyIncidentSaysWhatToDo() {
    assertThat(InvoiceIncident.values())
        .allSatisfy(incident -> assertThat(incident.advice()).hasSizeGreaterThan(20))
        .extracting(InvoiceIncident::advice)
        .doesNotHaveDuplicates();
  }
}
