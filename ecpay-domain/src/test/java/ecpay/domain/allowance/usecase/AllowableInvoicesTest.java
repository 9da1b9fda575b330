package ecpay.domain.allowance.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.document.AllowanceOfInvoice.Calculated;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.money.Money;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.InvoiceTiming.OnTrigger;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.ecpay.Fault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of which invoices an allowance may be given. */
class AllowableInvoicesTest {
  private static List<String> refusal(Desk desk) {
    List<String> broken = Broken.rules(() -> desk.reduce("r1", Samples.paperConsent(), 1, 1));
    assertThat(desk.shop.allowances()).isEmpty();
    assertThat(desk.world.wire.count("Allowance")).isZero();
    return broken;
  }

  @Rule("R-ALW-32")
  @Test
  void anInvoiceThatIsNotIssuedHasNoAllowance() {
    Desk refused = Desk.paid(new InvoiceTiming.ByHand());
    refused.world.wire.script("Issue", Fault.REFUSED);
    refused.request("a", 1, 1);
    assertThat(refusal(refused)).containsExactly("R-ALW-32 invoice");
    Desk unknown = Desk.paid(new InvoiceTiming.ByHand());
    unknown.world.wire.script("Issue", Fault.DONE_BUT_LOST);
    unknown.request("a", 1, 1);
    assertThat(refusal(unknown)).containsExactly("R-ALW-32 invoice");
    Desk waiting = Desk.scheduled(new OnTrigger(0));
    assertThat(refusal(waiting)).containsExactly("R-ALW-32 invoice");
    waiting.cancel();
    assertThat(refusal(waiting)).containsExactly("R-ALW-32 invoice");
    Desk blocked = Desk.paid(new InvoiceTiming.ByHand());
    blocked.world.ecpayInvoices.numbersLeft(false);
    blocked.request("a", 1, 1);
    assertThat(refusal(blocked)).containsExactly("R-ALW-32 invoice");
  }

  @Rule("R-ALW-32")
  @Test
  void whileAnInvoiceIsReissuedItHasNoAllowanceAndAfterwardsItHas() {
    Desk desk = Desk.invoiced();
    desk.world.wire.script("VoidWithReIssue", Fault.NOT_SENT);
    desk.reissue(Desk.TO_OTHER_ADDRESS);
    assertThat(refusal(desk)).containsExactly("R-ALW-32 invoice");
    desk.settle();
    assertThat(desk.issued().reissuedAt()).isPresent();
    assertThat(desk.reduce("r1", Samples.paperConsent(), 1, 1))
        .isInstanceOf(RequestAllowance.Result.Requested.class);
  }

  @Rule("R-ALW-32")
  @Test
  void ofSeveralInvoicesTheOneThatIsMeantIsNamed() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    desk.request("a", 1, 1);
    Invoice.Issued first = desk.issued();
    desk.request("b", 3, 1);
    assertThat(refusal(desk)).containsExactly("R-ALW-32 invoice");
    desk.world.requestAllowance.request(Samples.SHOP, desk.shop.order, reductionOf(first));
    assertThat(desk.allowance().draft().document().invoice().number())
        .isEqualTo(first.facts().number());
  }

  private static RequestAllowance.Request reductionOf(Invoice invoice) {
    RequestAllowance.Request sample = Desk.reduction("r1", Samples.paperConsent(), 1, 100);
    return new RequestAllowance.Request(
        sample.reference(),
        Optional.of(invoice.id()),
        sample.consent(),
        sample.customerName(),
        sample.lines());
  }

  @Rule("R-ALW-32")
  @Test
  void theSameReferenceAndLinesOfAnotherInvoiceAreAnotherReturn() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    desk.request("a", 1, 1);
    Invoice first = desk.issued();
    desk.request("b", 1, 1);
    Invoice second = desk.issued();
    desk.world.requestAllowance.request(Samples.SHOP, desk.shop.order, reductionOf(first));
    assertThat(
            desk.world.requestAllowance.request(Samples.SHOP, desk.shop.order, reductionOf(second)))
        .isEqualTo(new RequestAllowance.Result.ReferenceTaken(desk.allowance().id()));
    assertThat(
            desk.world.requestAllowance.request(Samples.SHOP, desk.shop.order, reductionOf(first)))
        .isEqualTo(new RequestAllowance.Result.AlreadyRequested(desk.allowance()));
  }

  @Rule({"R-ALW-01", "R-ALW-03"})
  @Test
  void aPreviewShowsTheAllowanceAndAsksForNothing() {
    Desk desk = Desk.invoiced();
    Calculated shown =
        desk.world.requestAllowance.preview(
            Samples.SHOP, desk.shop.order, Desk.reduction("r1", Samples.paperConsent(), 3, 50));
    assertThat(shown.document().amount()).isEqualTo(Money.of(50));
    assertThat(
            Broken.rules(() ->
                desk.world.requestAllowance.preview(
                    Samples.SHOP,
                    desk.shop.order,
                    Desk.reduction("r1", Samples.paperConsent(), 3, 201))))
        .containsExactly("R-ALW-03 lines[0].amount");
    assertThat(desk.shop.allowances()).isEmpty();
    assertThat(desk.world.wire.count("Allowance")).isZero();
  }
}
