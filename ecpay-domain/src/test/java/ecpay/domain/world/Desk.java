package ecpay.domain.world;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceReference;
import ecpay.domain.allowance.Reason;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.usecase.RequestAllowance;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.event.DomainEvent.InvoiceChangeRequested;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.invoice.document.InvoiceOfOrder.OrderedPart;
import ecpay.domain.invoice.usecase.RequestInvoice;
import ecpay.domain.journal.CallJournal.Call;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.OrderContent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a merchant does with the invoices and allowances of the sample order, once it is paid. */
public final class Desk {
  public static final VoidReason REASON = new VoidReason("wrong buyer");

  /** Another address of the buyer, as a correction wants it. */
  public static final Correction TO_OTHER_ADDRESS =
      new Correction(
          Optional.empty(),
          Optional.empty(),
          Optional.of(new EmailAddress("other@example.com")),
          Optional.empty());

  private static final Reason TAKEN_BACK = new Reason("by mistake");
  public final World world;
  public final Shop shop;

  private Desk(Shop shop) {
    this.world = shop.world;
    this.shop = shop;
  }

  /** In that shop. */
  public static Desk of(Shop shop) {
    return new Desk(shop);
  }

  /** With the whole order invoiced. */
  public static Desk invoiced() {
    return new Desk(Shop.invoiced(new World()));
  }

  /** With the whole order invoiced like that. */
  public static Desk invoiced(InvoicePreference delivery) {
    Desk desk = paid(new InvoiceTiming.OnPayment(), delivery);
    desk.follow(Duration.ofMinutes(30));
    return desk;
  }

  /** Paid, and the invoice to be asked for. */
  public static Desk paid(InvoiceTiming timing) {
    return paid(timing, Samples.content().invoice());
  }

  public static Desk paid(InvoiceTiming timing, InvoicePreference delivery) {
    OrderContent sample = Samples.content();
    return new Desk(
        Shop.paid(
            new World(),
            new OrderContent(
                sample.buyer(),
                sample.lines(),
                sample.total(),
                sample.description(),
                delivery,
                timing)));
  }

  /** With the whole order waiting at ECPay. */
  public static Desk scheduled(InvoiceTiming.Delayed delay) {
    Desk desk = paid(delay);
    desk.follow(Duration.ofMinutes(5));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Scheduled.class);
    return desk;
  }

  public Invoice invoice() {
    return shop.invoice();
  }

  public Invoice.Issued issued() {
    return (Invoice.Issued) invoice();
  }

  public Invoice.Scheduled waiting() {
    return (Invoice.Scheduled) invoice();
  }

  public InvoiceId id() {
    return invoice().id();
  }

  public Invoice voidInvoice() {
    return world.changeIssued.voidInvoice(Samples.SHOP, id(), REASON);
  }

  public Invoice reissue(Correction correction) {
    return world.changeIssued.reissue(Samples.SHOP, id(), REASON, correction);
  }

  public Invoice trigger() {
    return world.changeScheduled.trigger(Samples.SHOP, id());
  }

  public Invoice cancel() {
    return world.changeScheduled.cancel(Samples.SHOP, id());
  }

  public Invoice edit(Correction correction) {
    return world.changeScheduled.edit(Samples.SHOP, id(), correction);
  }

  /** Asks for an invoice of some units of lines: {@code line, count, line, count ...}. */
  public RequestInvoice.Result request(String reference, int... linesAndCounts) {
    return world.requestInvoice.request(Samples.SHOP, shop.order, part(reference, linesAndCounts));
  }

  public static RequestInvoice.Request part(String reference, int... linesAndCounts) {
    OrderedPart[] parts = new OrderedPart[linesAndCounts.length / 2];
    Arrays.setAll(
        parts,
        i ->
            new OrderedPart(
                linesAndCounts[2 * i],
                Optional.of(Quantity.of(linesAndCounts[2 * i + 1])),
                Optional.empty()));
    return new RequestInvoice.Request(
        new InvoiceReference(reference), List.of(parts), Optional.empty(), Optional.empty());
  }

  /** Takes dollars off a line. */
  public RequestAllowance.Result reduce(String reference, Consent consent, int line, long twd) {
    return world.requestAllowance.request(
        Samples.SHOP, shop.order, reduction(reference, consent, line, twd));
  }

  public static RequestAllowance.Request reduction(
      String reference, Consent consent, int line, long twd) {
    return new RequestAllowance.Request(
        new AllowanceReference(reference),
        Optional.empty(),
        consent,
        Optional.empty(),
        List.of(new ReturnedLine(line, Optional.empty(), Optional.of(Money.of(twd)))));
  }

  /** The newest one. */
  public Allowance allowance() {
    return shop.allowances().getLast();
  }

  public Allowance cancelAllowance() {
    return world.withdrawAllowance.cancel(Samples.SHOP, allowance().id(), TAKEN_BACK);
  }

  public Allowance voidAllowance() {
    return world.withdrawAllowance.voidAllowance(Samples.SHOP, allowance().id(), TAKEN_BACK);
  }

  /** One run of the newest invoice's follow-up. */
  public Progress settle() {
    return shop.proceed(new FollowUp.SettleInvoice(Samples.SHOP, id()));
  }

  /** Lets that time pass and does what falls due in it. */
  public void follow(Duration time) {
    shop.runUntil(world.clock.instant().plus(time));
  }

  /** Lets time pass up to then. */
  public void followUntil(String time) {
    shop.runUntil(Instant.parse(time));
  }

  /** How each call of that operation ended, as the journal has it; all are closed. */
  public List<String> journal(Operation operation) {
    assertThat(world.books.callJournal().ofOrder(Samples.SHOP, shop.order))
        .allMatch(call -> call.closedAt().isPresent());
    return world.books.callJournal().ofOrder(Samples.SHOP, shop.order).stream()
        .filter(call -> call.operation() == operation)
        .map(Call::outcome)
        .toList();
  }

  /** How many changes were recorded as wishes. */
  public int wishes() {
    return shop.events(InvoiceChangeRequested.class).size();
  }
}
