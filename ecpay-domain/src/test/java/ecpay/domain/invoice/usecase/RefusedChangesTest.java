package ecpay.domain.invoice.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.check.Finding;
import ecpay.domain.check.Subject;
import ecpay.domain.event.DomainEvent.InvoiceChangeRefused;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming.OnTrigger;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Changes that are refused before or after they left, and what that means. */
class RefusedChangesTest {
  private static final Carrier.MobileBarcode UNREGISTERED = new Carrier.MobileBarcode("/NOBODY1");
  private static final Correction TO_UNREGISTERED =
      new Correction(
          Optional.of(InvoicePreference.on(UNREGISTERED)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static Desk knowing(Desk desk, Finding finding) {
    desk.world.ecpayChecks.know(new Subject.Barcode(UNREGISTERED), finding);
    return desk;
  }

  private static void isRefusedByTheCheck(Desk desk) {
    assertThat(desk.shop.incidents()).containsExactly("BUYER_CHECK_FAILED");
    assertThat(desk.shop.events(InvoiceChangeRefused.class))
        .extracting(InvoiceChangeRefused::code)
        .containsExactly("BUYER_CHECK");
  }

  @Rule({"R-INV-14", "R-INV-26"})
  @Test
  void anInvoiceIsNotIssuedAnewOnABarcodeThatDoesNotExist() {
    Desk desk = knowing(Desk.invoiced(), new Finding.DoesNotExist());
    Invoice before = desk.invoice();
    assertThat(desk.reissue(TO_UNREGISTERED)).isEqualTo(before);
    assertThat(desk.world.wire.count("VoidWithReIssue")).isZero();
    isRefusedByTheCheck(desk);
    assertThat(((Invoice.Issued) desk.reissue(Desk.TO_OTHER_ADDRESS)).reissuedAt()).isPresent();
  }

  @Rule({"R-INV-14", "R-INV-32"})
  @Test
  void aWaitingInvoiceIsNotEditedToABarcodeThatDoesNotExist() {
    Desk desk = knowing(Desk.scheduled(new OnTrigger(0)), new Finding.DoesNotExist());
    Invoice before = desk.invoice();
    assertThat(desk.edit(TO_UNREGISTERED)).isEqualTo(before);
    assertThat(desk.world.wire.count("EditDelayIssue")).isZero();
    isRefusedByTheCheck(desk);
  }

  @Rule("R-INV-26")
  @Test
  void oneThatWasVoidedInEcpaysConsoleIsVoidHereOnceItIsVoidedHere() {
    Desk desk = Desk.invoiced();
    desk.world.ecpayInvoices.invalid(Samples.merchant(), desk.issued().facts(), Desk.REASON);
    desk.follow(Duration.ofDays(2));
    assertThat(desk.shop.incidents()).containsExactly("VOIDED_ELSEWHERE");
    assertThat(desk.voidInvoice()).isInstanceOf(Invoice.Voided.class);
    assertThat(desk.journal(Operation.Invalid)).containsExactly("Refused");
    assertThat(desk.shop.incidents()).containsExactly("VOIDED_ELSEWHERE");
  }

  @Rule({"R-INV-26", "R-PAY-13"})
  @Test
  void aLostVoidThatArrivedAfterTheQueryIsDone() {
    Desk desk = Desk.invoiced();
    desk.world.wire.script("Invalid", Fault.LOST);
    desk.voidInvoice();
    desk.world.clock.advance(Duration.ofSeconds(90));
    desk.settle(); // learns that nothing happened yet
    desk.world.ecpayInvoices.invalid(Samples.merchant(), desk.issued().facts(), Desk.REASON);
    desk.follow(Duration.ofHours(1));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Voided.class);
    assertThat(desk.shop.incidents()).isEmpty();
  }

  @Rule({"R-INV-26", "R-PAY-13"})
  @Test
  void aRefusedReissueThatEcpaysBooksShowIsDone() {
    Desk desk = Desk.invoiced();
    desk.world.ecpayInvoices.voidWithReIssue(
        Samples.merchant(),
        desk.issued().facts(),
        Desk.REASON,
        Desk.TO_OTHER_ADDRESS.applyTo(desk.invoice().document()));
    desk.world.wire.script("VoidWithReIssue", Fault.REFUSED);
    desk.reissue(Desk.TO_OTHER_ADDRESS);
    assertThat(desk.issued().reissuedAt()).isPresent();
    assertThat(desk.issued().facts().randomNumber()).isEqualTo("4321");
    assertThat(desk.shop.incidents()).isEmpty();
  }

  @Rule({"R-INV-26", "R-PAY-13"})
  @Test
  void aLostReissueOfWhatIsVoidByNowIsUnclearAndItsVoidIsBooked() {
    Desk desk = Desk.invoiced();
    desk.world.wire.script("VoidWithReIssue", Fault.DONE_BUT_LOST);
    desk.reissue(Desk.TO_OTHER_ADDRESS);
    desk.world.ecpayInvoices.invalid(Samples.merchant(), desk.issued().facts(), Desk.REASON);
    desk.follow(Duration.ofHours(1));
    assertThat(desk.issued().reissuedAt()).isEmpty();
    assertThat(desk.shop.incidents()).containsExactly("CHANGE_UNCLEAR");
    assertThat(desk.voidInvoice()).isInstanceOf(Invoice.Voided.class);
  }

  @Rule({"R-INV-26", "R-PAY-13"})
  @Test
  void aKilledReissueOfWhatEcpayShowsAsNeitherIsUnclear() {
    Desk desk = Desk.invoiced();
    Correction other =
        new Correction(
            Optional.of(InvoicePreference.on(new Carrier.Ecpay())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    desk.world.wire.meanwhile(
        "VoidWithReIssue",
        () -> {
          desk.world.ecpayInvoices.voidWithReIssue(
              Samples.merchant(),
              desk.issued().facts(),
              Desk.REASON,
              other.applyTo(desk.invoice().document()));
          desk.world.clock.advance(Duration.ofSeconds(90));
          desk.settle(); // as after a kill: its answer has not come
        });
    desk.world.wire.script("VoidWithReIssue", Fault.NONE, Fault.LOST);
    desk.reissue(TO_UNREGISTERED);
    assertThat(desk.shop.incidents()).containsExactly("CHANGE_UNCLEAR");
  }
}
