package ecpay.domain.invoice.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.event.DomainEvent.InvoiceReissued;
import ecpay.domain.event.DomainEvent.InvoiceVoided;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.LoveCode;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Voiding an issued invoice, or annulling and re-issuing it, as a merchant asks for it. */
class ChangeIssuedInvoiceTest {
  private final Desk desk = Desk.invoiced();

  private static List<String> refusal(Desk desk) {
    List<String> broken = Broken.rules(desk::voidInvoice);
    assertThat(desk.world.wire.count("Invalid")).isZero();
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
    assertThat(desk.issued().pending()).isEmpty();
    assertThat(desk.wishes()).isZero();
    return broken;
  }

  @Rule({"R-INV-22", "R-INV-26"})
  @Test
  void anIssuedInvoiceIsVoidedAtOnceAndTheBuyerTold() {
    assertThat(desk.voidInvoice()).isInstanceOf(Invoice.Voided.class);
    assertThat(((Invoice.Voided) desk.invoice()).reason()).isEqualTo(Desk.REASON);
    assertThat(desk.shop.events(InvoiceVoided.class)).hasSize(1);
    assertThat(desk.journal(Operation.Invalid)).containsExactly("Accepted");
    assertThat(desk.world.books.scheduled())
        .containsKey(new FollowUp.NotifyBuyer(Samples.SHOP, desk.shop.order));
    desk.shop.runToTheEnd();
    assertThat(desk.world.wire.count("Invalid")).isEqualTo(1);
    assertThat(desk.shop.incidents()).isEmpty();
  }

  @Rule("R-INV-22")
  @Test
  void itIsVoidedInTheLastSecondOf13JanuaryAndNotInTheNextOne() {
    desk.followUntil("2027-01-13T23:59:59+08:00");
    assertThat(desk.voidInvoice()).isInstanceOf(Invoice.Voided.class);
    Desk late = Desk.invoiced();
    late.followUntil("2027-01-14T00:00:00+08:00");
    assertThat(refusal(late)).containsExactly("R-INV-22 invoice");
    assertThat(Broken.rules(() -> late.reissue(Desk.TO_OTHER_ADDRESS)))
        .containsExactly("R-INV-22 invoice");
  }

  @Rule("R-INV-26")
  @Test
  void theSameWishAgainIsAnsweredAndSendsNothing() {
    desk.voidInvoice();
    Invoice voided = desk.invoice();
    assertThat(desk.voidInvoice()).isEqualTo(voided);
    assertThat(desk.wishes()).isEqualTo(1);
    assertThat(desk.world.wire.count("Invalid")).isEqualTo(1);
  }

  @Rule("R-INV-26")
  @Test
  void aWishUnderWayIsAnsweredAndAnotherOneRefused() {
    desk.world.wire.script("Invalid", Fault.LOST);
    Invoice pending = desk.voidInvoice();
    assertThat(((Invoice.Issued) pending).pending()).isPresent();
    assertThat(desk.voidInvoice()).isEqualTo(pending);
    assertThat(Broken.rules(() -> desk.reissue(Desk.TO_OTHER_ADDRESS)))
        .containsExactly("R-INV-26 invoice");
    assertThat(desk.wishes()).isEqualTo(1);
  }

  @Rule("R-INV-22")
  @Test
  void aWishThatWaitsForEcpayIsTriedAtOnceWhenItIsRepeated() {
    desk.world.wire.script("Invalid", Fault.NOT_SENT);
    desk.voidInvoice();
    FollowUp settle = new FollowUp.SettleInvoice(Samples.SHOP, desk.id());
    assertThat(desk.world.books.scheduled().get(settle)).isAfter(desk.world.clock.instant());
    desk.voidInvoice();
    assertThat(desk.world.books.scheduled()).containsEntry(settle, desk.world.clock.instant());
    desk.shop.runToTheEnd();
    assertThat(desk.invoice()).isInstanceOf(Invoice.Voided.class);
  }

  @Rule("R-INV-26")
  @Test
  void aVoidInvoiceAcceptsNoFurtherOperation() {
    desk.voidInvoice();
    assertThat(Broken.rules(() -> desk.reissue(Desk.TO_OTHER_ADDRESS)))
        .containsExactly("R-INV-26 invoice");
    assertThat(Broken.rules(() -> desk.reduce("r1", Samples.paperConsent(), 3, 1)))
        .containsExactly("R-ALW-32 invoice");
    assertThat(Broken.rules(desk::cancel)).containsExactly("R-INV-32 invoice");
    assertThat(Broken.rules(desk::trigger)).containsExactly("R-INV-32 invoice");
    assertThat(
            Broken.rules(
                () -> desk.world.retryInvoice.retry(Samples.SHOP, desk.id(), Correction.NONE)))
        .containsExactly("R-INV-26 invoice");
  }

  @Rule("R-INV-24")
  @Test
  void aDonatedInvoiceIsNotVoided() {
    assertThat(refusal(Desk.invoiced(InvoicePreference.donatedTo(new LoveCode("168001")))))
        .containsExactly("R-INV-24 invoice");
  }

  @Rule("R-INV-23")
  @Test
  void withAnIssuedAllowanceItIsNotVoidedUntilThatIsVoid() {
    desk.reduce("r1", Samples.paperConsent(), 3, 50);
    assertThat(refusal(desk)).containsExactly("R-INV-23 invoice");
    assertThat(desk.voidAllowance()).isInstanceOf(Allowance.Voided.class);
    assertThat(desk.voidInvoice()).isInstanceOf(Invoice.Voided.class);
  }

  @Rule("R-INV-23")
  @Test
  void withAnAllowanceThatAwaitsConsentItIsNotVoidedUntilThatExpires() {
    desk.reduce("r1", Samples.onlineConsent(), 3, 50);
    assertThat(desk.allowance()).isInstanceOf(Allowance.AwaitingConsent.class);
    assertThat(refusal(desk)).containsExactly("R-INV-23 invoice");
    desk.follow(Duration.ofDays(3));
    assertThat(desk.allowance()).isInstanceOf(Allowance.Expired.class);
    assertThat(desk.voidInvoice()).isInstanceOf(Invoice.Voided.class);
  }

  @Rule("R-INV-23")
  @Test
  void withACancelledAllowanceItIsVoided() {
    desk.reduce("r1", Samples.onlineConsent(), 3, 50);
    assertThat(desk.cancelAllowance()).isInstanceOf(Allowance.Cancelled.class);
    assertThat(desk.voidInvoice()).isInstanceOf(Invoice.Voided.class);
  }

  @Rule("R-INV-23")
  @Test
  void withAnAllowanceInDoubtItIsNotVoidedAndWithARefusedOneItIs() {
    desk.world.wire.script("Allowance", Fault.LOST, Fault.REFUSED);
    desk.reduce("r1", Samples.paperConsent(), 3, 50);
    assertThat(desk.allowance()).isInstanceOf(Allowance.Unknown.class);
    assertThat(refusal(desk)).containsExactly("R-INV-23 invoice");
    desk.follow(Duration.ofHours(1));
    assertThat(desk.allowance()).isInstanceOf(Allowance.Refused.class);
    assertThat(desk.voidInvoice()).isInstanceOf(Invoice.Voided.class);
  }

  @Rule("R-INV-23")
  @Test
  void anAllowanceOfAnotherInvoiceOfTheOrderIsNoObstacle() {
    Desk parts = Desk.paid(new InvoiceTiming.ByHand());
    parts.request("a", 1, 2);
    parts.reduce("r1", Samples.paperConsent(), 1, 50);
    parts.request("b", 3, 1);
    assertThat(parts.voidInvoice()).isInstanceOf(Invoice.Voided.class);
    assertThat(parts.shop.invoices().getFirst()).isInstanceOf(Invoice.Issued.class);
  }

  @Rule("R-INV-27")
  @Test
  void aReissueKeepsNumberTimeAndRelateNumberAndIsUploadedAnew() {
    Invoice.Issued before = desk.issued();
    desk.follow(Duration.ofDays(3));
    Invoice.Issued after = (Invoice.Issued) desk.reissue(Desk.TO_OTHER_ADDRESS);
    assertThat(after.facts().number()).isEqualTo(before.facts().number());
    assertThat(after.facts().issuedAt()).isEqualTo(before.facts().issuedAt());
    assertThat(after.document().relateNumber()).isEqualTo(before.document().relateNumber());
    assertThat(after.document().salesAmount()).isEqualTo(before.document().salesAmount());
    assertThat(after.document().items()).isEqualTo(before.document().items());
    assertThat(after.document().email()).contains(new EmailAddress("other@example.com"));
    assertThat(desk.shop.events(InvoiceReissued.class)).hasSize(1);
    assertThat(desk.journal(Operation.VoidWithReIssue)).containsExactly("Accepted");
    assertThat(after.uploadedAt()).isEmpty();
    desk.follow(Duration.ofDays(1));
    assertThat(desk.issued().uploadedAt()).isPresent();
  }

  @Rule("R-INV-26")
  @Test
  void aReissueIsDoneOnceAndTheSameOneAgainIsAnswered() {
    Invoice once = desk.reissue(Desk.TO_OTHER_ADDRESS);
    assertThat(desk.reissue(Desk.TO_OTHER_ADDRESS)).isEqualTo(once);
    Correction other =
        new Correction(
            Optional.of(InvoicePreference.on(new Carrier.Ecpay())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(Broken.rules(() -> desk.reissue(other))).containsExactly("R-INV-26 invoice");
    assertThat(desk.world.wire.count("VoidWithReIssue")).isEqualTo(1);
    assertThat(desk.voidInvoice()).isInstanceOf(Invoice.Voided.class);
  }

  @Rule("R-INV-27")
  @Test
  void aReissueWithoutAChangeIsRefused() {
    assertThat(Broken.rules(() -> desk.reissue(Correction.NONE)))
        .containsExactly("R-INV-27 invoice");
    assertThat(desk.world.wire.count("VoidWithReIssue")).isZero();
  }

  @Rule({"R-INV-22", "R-INV-25", "R-INV-27"})
  @Test
  void previewsChangeNothing() {
    Invoice before = desk.invoice();
    desk.world.changeIssued.demandVoidable(Samples.SHOP, desk.id(), Desk.REASON);
    desk.world.changeIssued.demandReissuable(
        Samples.SHOP, desk.id(), Desk.REASON, Desk.TO_OTHER_ADDRESS);
    assertThat(
            Broken.rules(() -> {
              desk.world.changeIssued.demandReissuable(
                  Samples.SHOP, desk.id(), Desk.REASON, Correction.NONE);
              return "";
            }))
        .containsExactly("R-INV-27 invoice");
    assertThat(desk.invoice()).isEqualTo(before);
    assertThat(desk.wishes()).isZero();
    assertThat(desk.world.wire.count("Invalid")).isZero();
    assertThat(desk.world.wire.count("VoidWithReIssue")).isZero();
  }

  @Rule("R-ALW-32")
  @Test
  void thereIsNoAllowanceWhileAVoidIsPending() {
    desk.world.wire.script("Invalid", Fault.LOST);
    desk.voidInvoice();
    assertThat(Broken.rules(() -> desk.reduce("r1", Samples.paperConsent(), 3, 1)))
        .containsExactly("R-ALW-32 invoice");
    assertThat(desk.shop.allowances()).isEmpty();
    desk.follow(Duration.ofHours(1));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Voided.class);
  }
}
