package ecpay.domain.world;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceNoticeReader.ConsentReport;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.inbox.Acknowledgement;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderReference;
import ecpay.domain.order.usecase.PlaceOrder;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.usecase.StartPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sample order in a world, and what people and the scheduler do with it. */
public final class Shop {
  private static final int MOST_RUNS = 400;
  public final World world;
  public final OrderId order;

  public Shop() {
    this(new World());
  }

  public Shop(World world) {
    this(world, Samples.content());
  }

  public Shop(World world, OrderContent content) {
    this.world = world;
    PlaceOrder.Result placed =
        world.placeOrder.place(Samples.SHOP, new OrderReference("2026-1"), content);
    this.order = ((PlaceOrder.Result.Placed) placed).order().id();
  }

  /** With the order paid and nothing else done. */
  public static Shop paid(World world) {
    return paid(world, Samples.content());
  }

  public static Shop paid(World world, OrderContent content) {
    Shop shop = new Shop(world, content);
    Payment.Open open = shop.open(PaymentMethod.CARD);
    world.submitPayment.submit(open.id(), new PayToken("pay"));
    world.ecpayPayments.moneyArrives(open.tradeNo());
    shop.deliver(world.ecpayPayments.report(Samples.merchant(), open.tradeNo()));
    return shop;
  }

  /** With the invoice issued. */
  public static Shop invoiced(World world) {
    Shop shop = paid(world);
    shop.runUntil(world.clock.instant().plus(Duration.ofMinutes(30)));
    return shop;
  }

  public StartPayment.Result start(PaymentMethod... methods) {
    return world.startPayment.start(Samples.SHOP, order, Offer.embedded(Set.of(methods)));
  }

  public Payment.Open open(PaymentMethod... methods) {
    return ((StartPayment.Result.Opened) start(methods)).payment();
  }

  public Acknowledgement deliver(PaymentReport report) {
    return world.recordPaymentNotice.record(Samples.merchant(), world.readers.write(report));
  }

  public Acknowledgement deliver(ConsentReport report) {
    return world.recordConsent.record(Samples.merchant(), world.readers.write(report));
  }

  public Order order() {
    return world.books.orders().find(Samples.SHOP, order).orElseThrow();
  }

  public List<Payment> payments() {
    return world.books.payments().ofOrder(Samples.SHOP, order);
  }

  public Payment payment() {
    return payments().getLast();
  }

  public List<Invoice> invoices() {
    return world.books.invoices().ofOrder(Samples.SHOP, order);
  }

  /** The newest one. */
  public Invoice invoice() {
    return invoices().getLast();
  }

  public List<Allowance> allowances() {
    return world.books.allowances().ofOrder(Samples.SHOP, order);
  }

  public List<DomainEvent> events() {
    return world.books.eventLog().ofOrder(Samples.SHOP, order).stream()
        .map(RecordedEvent::event)
        .toList();
  }

  public <E extends DomainEvent> List<E> events(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The kinds of the incidents of this order, oldest first. */
  public List<String> incidents() {
    return events(IncidentRaised.class).stream().map(IncidentRaised::kind).toList();
  }

  /** Runs what is due up to that time, moving the clock from one to the next, and then to it. */
  public void runUntil(Instant end) {
    Map<FollowUp, Integer> failures = new HashMap<>();
    for (int runs = 0; ; runs++) {
      Optional<Map.Entry<FollowUp, Instant>> next =
          world.books.scheduled().entrySet().stream()
              .min(Map.Entry.comparingByValue())
              .filter(due -> !due.getValue().isAfter(end));
      if (next.isEmpty()) {
        world.clock.advanceTo(end);
        return;
      }
      if (runs > MOST_RUNS) {
        throw new AssertionError("follow-ups never come to an end: " + world.books.scheduled());
      }
      world.clock.advanceTo(next.get().getValue());
      run(next.get().getKey(), failures);
    }
  }

  /** Runs everything to its end, however long that takes. */
  public void runToTheEnd() {
    runUntil(world.clock.instant().plus(Duration.ofDays(30)));
  }

  /** What one run of a follow-up came to; a killed run is tried again a minute later. */
  private void run(FollowUp followUp, Map<FollowUp, Integer> failures) {
    world.books.take(followUp);
    Instant again = world.clock.instant().plus(Duration.ofMinutes(1));
    Optional<Instant> due = Optional.of(again);
    try {
      due =
          switch (proceed(followUp)) {
            case Progress.Done() -> Optional.empty();
            case Progress.WaitUntil(Instant at) -> Optional.of(at);
            case Progress.TryAgain(String _) -> {
              int count = failures.merge(followUp, 1, Integer::sum);
              yield Optional.of(again.plus(Duration.ofMinutes(1L << Math.min(count, 10))));
            }
          };
    } finally {
      due.ifPresent(at ->
          world.books.transactions().run(() -> world.books.followUps().schedule(followUp, at)));
    }
  }

  public Progress proceed(FollowUp followUp) {
    return switch (followUp) {
      case FollowUp.IssueInvoice issue -> world.requestInvoice.ofPaidOrder(issue);
      case FollowUp.SettleInvoice settle -> world.settleInvoice.proceed(settle);
      case FollowUp.WatchInvoice watch -> world.watchInvoice.proceed(watch);
      case FollowUp.WatchTracks watch -> world.watchTracks.proceed(watch);
      case FollowUp.WatchPeriod _ -> Progress.DONE;
      case FollowUp.ReconcileDay reconcile -> world.statements.reconcileDay.proceed(reconcile);
      case FollowUp.ReadStatement read -> world.statements.readStatement.proceed(read);
      case FollowUp.NotifyBuyer notify -> world.notifyBuyer.proceed(notify);
      case FollowUp.SettlePayment settle -> world.settlePayment.proceed(settle);
      case FollowUp.WatchContract watch -> world.contracts.watch.proceed(watch);
      case FollowUp.SettleCard settle -> world.cards.confirm.proceed(settle);
      case FollowUp.SettleAllowance settle -> world.settleAllowance.proceed(settle);
      case FollowUp.SettleRefunds settle -> world.walkRefund.proceed(settle);
      case FollowUp.CaptureCard capture -> world.capturePayment.proceed(capture);
      case FollowUp.WatchAuthorization watch -> world.watchAuthorization.proceed(watch);
    };
  }

  /** Every point at which a story can be killed: before and after each call of a port. */
  public interface Story {
    /** A fresh shop, ready for the part that is killed. */
    Shop begin();

    /** The part that is killed somewhere. */
    void live(Shop shop);

    /** What must be true once everything has been followed up. */
    void check(Shop shop);
  }

  /** Tells the story once for every point, killing it there; gives how many points there were. */
  public static int killEverywhere(Story story) {
    List<String> points = new ArrayList<>();
    for (boolean before : new boolean[] {true, false}) {
      int call = 0;
      while (isKilled(story, call, before, points)) {
        call++;
      }
    }
    return points.size();
  }

  private static boolean isKilled(Story story, int call, boolean before, List<String> points) {
    Shop shop = story.begin();
    shop.world.interruptions.killAt(call, before);
    String point = "nowhere";
    try {
      story.live(shop);
    } catch (Interruptions.Killed here) {
      point = String.valueOf(here.getMessage());
      points.add(point);
    }
    shop.world.interruptions.killNoMore();
    try {
      shop.runToTheEnd();
      story.check(shop);
    } catch (AssertionError wrong) {
      throw new AssertionError("killed " + point + ": " + wrong.getMessage(), wrong);
    }
    return !point.equals("nowhere");
  }
}
