package ecpay.domain.invoice.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.Moves;
import ecpay.domain.invoice.Pending;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.money.Money;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.LoveCode;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the way of voiding an invoice, or of annulling and re-issuing it. */
class VoidPolicyTest {
  private static final Invoice.Issued ISSUED = Samples.issuedInvoice();
  private static final Change.VoidInvoice VOID = new Change.VoidInvoice(new VoidReason("mistake"));
  private static final Instant SOON = Instant.parse("2026-11-22T00:00:00Z");

  private static List<String> broken(
      Invoice.Issued invoice, Change.OfIssued change, boolean allowances, Instant now) {
    return Broken.rules(() -> {
      VoidPolicy.demand(invoice, change, allowances, now);
      return "";
    });
  }

  private static Correction toAddress(String email) {
    return new Correction(
        Optional.empty(), Optional.empty(), Optional.of(new EmailAddress(email)), Optional.empty());
  }

  private static Change.Reissue reissue(Correction correction) {
    return new Change.Reissue(
        new VoidReason("mistake"), correction.applyTo(Samples.invoiceDocument()));
  }

  private static Invoice.Issued issuedAt(String time) {
    return Samples.requestedInvoice()
        .issued(
            new IssuedInvoice(
                Samples.invoiceFacts().number(), Instant.parse(time + "+08:00"), "6099"));
  }

  @Rule("R-INV-22")
  @ParameterizedTest
  @CsvSource({
    "2026-11-01T00:00:00, 2027-01-13T23:59:59",
    "2026-12-31T23:59:59, 2027-01-13T23:59:59",
    "2026-01-01T00:00:00, 2026-03-13T23:59:59",
    "2026-02-28T23:59:59, 2026-03-13T23:59:59",
    "2026-10-31T23:59:59, 2026-11-13T23:59:59"
  })
  void itsWindowIsOpenThroughTheLastSecondOfThe13thAndClosedFromThe14th(
      String issued, String last) {
    Instant lastSecond = Instant.parse(last + "+08:00");
    assertThat(broken(issuedAt(issued), VOID, false, lastSecond)).isEmpty();
    assertThat(broken(issuedAt(issued), VOID, false, lastSecond.plusSeconds(1)))
        .containsExactly("R-INV-22 invoice");
    Change.Reissue anew = reissue(toAddress("other@example.com"));
    assertThat(broken(issuedAt(issued), anew, false, lastSecond)).isEmpty();
    assertThat(broken(issuedAt(issued), anew, false, lastSecond.plusSeconds(1)))
        .containsExactly("R-INV-22 invoice");
  }

  @Rule("R-INV-23")
  @Test
  void anInvoiceWithLiveAllowancesIsNotVoided() {
    assertThat(broken(ISSUED, VOID, true, SOON)).containsExactly("R-INV-23 invoice");
    assertThat(broken(ISSUED, VOID, false, SOON)).isEmpty();
  }

  @Rule("R-INV-24")
  @Test
  void aDonatedInvoiceIsNeitherVoidedNorReissued() {
    Correction donation =
        new Correction(
            Optional.of(InvoicePreference.donatedTo(new LoveCode("168001"))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    InvoiceDocument document = donation.applyTo(Samples.invoiceDocument());
    Invoice.Issued donated = ISSUED.reissued(document, Samples.invoiceFacts(), SOON);
    Invoice.Issued first =
        new Invoice.Issued(
            donated.draft(), donated.facts(), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(broken(first, VOID, false, SOON)).containsExactly("R-INV-24 invoice");
    assertThat(broken(first, reissue(Correction.NONE), false, SOON))
        .containsExactly("R-INV-24 invoice");
    assertThat(broken(ISSUED, new Change.Reissue(VOID.reason(), document), false, SOON)).isEmpty();
  }

  @Rule("R-INV-26")
  @Test
  void oneChangeAtATime() {
    Invoice.Issued pending = ISSUED.wanting(Pending.of(VOID, SOON));
    assertThat(broken(pending, VOID, false, SOON)).containsExactly("R-INV-26 invoice");
    assertThat(broken(pending.unchanged(), VOID, false, SOON)).isEmpty();
  }

  @Rule({"R-INV-26", "R-INV-27"})
  @Test
  void anInvoiceIsReissuedOnceAndMayStillBeVoidedAfterwards() {
    Change.Reissue anew = reissue(toAddress("other@example.com"));
    Invoice.Issued reissued = ISSUED.reissued(anew.document(), Samples.invoiceFacts(), SOON);
    assertThat(broken(reissued, reissue(toAddress("third@example.com")), false, SOON))
        .containsExactly("R-INV-26 invoice");
    assertThat(broken(reissued, VOID, false, SOON)).isEmpty();
  }

  @Rule("R-INV-27")
  @Test
  void aReissueThatChangesNothingIsRefused() {
    assertThat(broken(ISSUED, reissue(Correction.NONE), false, SOON))
        .containsExactly("R-INV-27 invoice");
    assertThat(broken(ISSUED, reissue(toAddress("other@example.com")), false, SOON)).isEmpty();
  }

  @Rule({"R-INV-22", "R-INV-23", "R-INV-26", "R-INV-27"})
  @Test
  void everythingInTheWayIsToldAtOnce() {
    Invoice.Issued pending =
        ISSUED
            .reissued(ISSUED.document(), Samples.invoiceFacts(), SOON)
            .wanting(Pending.of(VOID, SOON));
    assertThat(
            broken(pending, reissue(Correction.NONE), true, Instant.parse("2027-02-01T00:00:00Z")))
        .containsExactly(
            "R-INV-22 invoice",
            "R-INV-23 invoice",
            "R-INV-26 invoice",
            "R-INV-26 invoice",
            "R-INV-27 invoice");
  }

  @Rule("R-INV-25")
  @ParameterizedTest
  @ValueSource(strings = {"a", "12345678901234567890", "開錯了發票請重新開立一張新的電子發票謝"})
  void aReasonHas1To20Characters(String reason) {
    assertThat(new VoidReason(reason).value()).isEqualTo(reason);
  }

  @Rule("R-INV-25")
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "123456789012345678901"})
  void noOtherReasonIsAccepted(String reason) {
    assertThat(Broken.rules(() -> new VoidReason(reason))).containsExactly("R-INV-25 reason");
  }

  @Rule("R-INV-27")
  @Test
  void aReissueKeepsNumberTimeAndRelateNumberAndTakesTheNewRandomNumber() {
    InvoiceDocument changed = toAddress("other@example.com").applyTo(ISSUED.document());
    IssuedInvoice anew =
        new IssuedInvoice(ISSUED.facts().number(), SOON, "4321"); // another time is not believed
    Invoice.Issued reissued =
        ISSUED.uploaded(SOON).wanting(Pending.of(VOID, SOON)).reissued(changed, anew, SOON);
    assertThat(reissued.facts())
        .isEqualTo(new IssuedInvoice(ISSUED.facts().number(), ISSUED.facts().issuedAt(), "4321"));
    assertThat(reissued.document()).isEqualTo(changed);
    assertThat(reissued.document().relateNumber()).isEqualTo(ISSUED.document().relateNumber());
    assertThat(reissued.reissuedAt()).contains(SOON);
    assertThat(reissued.uploadedAt()).isEmpty();
    assertThat(reissued.pending()).isEmpty();
  }

  @Rule("R-INV-27")
  @Test
  void aReissueUnderAnotherNumberKeyOrAmountIsImpossible() {
    InvoiceDocument document = ISSUED.document();
    IssuedInvoice other = new IssuedInvoice(new InvoiceNumber("UV00000001"), SOON, "4321");
    assertThat(Moves.ruleOf(() -> ISSUED.reissued(document, other, SOON))).isEqualTo("R-INV-27");
    InvoiceDocument otherKey = Samples.invoiceDocument(new RelateNumber("OTHER"));
    assertThat(Moves.ruleOf(() -> ISSUED.reissued(otherKey, ISSUED.facts(), SOON)))
        .isEqualTo("R-INV-27");
    InvoiceDocument otherAmount =
        new InvoiceDocument(
            document.relateNumber(),
            document.customerName(),
            document.email(),
            document.phone(),
            document.delivery(),
            document.taxation(),
            document.items().subList(0, 2),
            Money.of(800));
    assertThat(Moves.ruleOf(() -> ISSUED.reissued(otherAmount, ISSUED.facts(), SOON)))
        .isEqualTo("R-INV-27");
  }
}
