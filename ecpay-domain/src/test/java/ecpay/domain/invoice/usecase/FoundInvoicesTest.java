package ecpay.domain.invoice.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.InvoiceTiming.AfterDays;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Invoices that are found at ECPay and may be other ones than ours (R-PAY-13). */
class FoundInvoicesTest {
  private static final Correction ON_ECPAYS_CARRIER =
      new Correction(
          Optional.of(InvoicePreference.on(new Carrier.Ecpay())),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Refused after HTTP 500, and ECPay has made it after all. */
  private static Desk madeAfterAll() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    desk.world.wire.script("Issue", Fault.HTTP_500);
    desk.request("a", 1, 1);
    desk.follow(Duration.ofHours(1));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Refused.class);
    desk.world.ecpayInvoices.issue(Samples.merchant(), desk.invoice().document());
    return desk;
  }

  private static void retry(Desk desk, Correction correction) {
    desk.world.retryInvoice.retry(Samples.SHOP, desk.id(), correction);
    desk.follow(Duration.ofHours(1));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
    assertThat(desk.world.ecpayInvoices.count()).isEqualTo(1);
  }

  @Rule({"R-PAY-13", "R-INV-34"})
  @Test
  void oneThatEcpayMadeForTheUncorrectedBuyerIsForAPerson() {
    Desk desk = madeAfterAll();
    retry(desk, ON_ECPAYS_CARRIER);
    assertThat(desk.shop.incidents()).containsExactly("RESEND_NEEDS_A_PERSON", "BEARER_DIFFERS");
  }

  @Rule({"R-PAY-13", "R-INV-36"})
  @Test
  void anotherEmailIsNoOtherBuyer() {
    Desk desk = madeAfterAll();
    retry(desk, Desk.TO_OTHER_ADDRESS);
    assertThat(desk.shop.incidents()).containsExactly("RESEND_NEEDS_A_PERSON");
  }

  @Rule({"R-PAY-13", "R-INV-32"})
  @Test
  void oneThatWasEditedInSpiteOfHttp500IsForAPerson() {
    Desk desk = Desk.scheduled(new AfterDays(1));
    desk.world.wire.script("EditDelayIssue", Fault.DONE_BUT_HTTP_500);
    desk.edit(ON_ECPAYS_CARRIER);
    desk.follow(Duration.ofHours(1));
    desk.world.ecpayDelays.issueAll();
    desk.follow(Duration.ofDays(3));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
    assertThat(desk.shop.incidents()).containsExactly("CHANGE_UNCLEAR", "BEARER_DIFFERS");
  }
}
