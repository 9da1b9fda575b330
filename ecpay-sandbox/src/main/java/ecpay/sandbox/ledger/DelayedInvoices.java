package ecpay.sandbox.ledger;

import ecpay.sandbox.ledger.DelayedInvoice.Status;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** All delayed invoices; each is issued at 10:00 of its day (R-INV-31, R-INV-32). */
public final class DelayedInvoices {
  /** The time of day, in Taipei, at which the invoices of a day are issued. */
  private static final LocalTime TIME_OF_ISSUE = LocalTime.of(10, 0);

  private record Key(String merchantId, String tsr) {}

  private record Moment(LocalDateTime due, long number, DelayedInvoice delayed) {}

  private final Invoices invoices;
  private final Map<Key, DelayedInvoice> byTsr = new LinkedHashMap<>();
  private final PriorityQueue<Moment> scheduled =
      new PriorityQueue<>(Comparator.comparing(Moment::due).thenComparingLong(Moment::number));
  private final List<DelayedInvoice> starving = new ArrayList<>();
  private Consumer<DelayedInvoice> teller = _ -> {};
  private long moments;

  DelayedInvoices(Invoices invoices) {
    this.invoices = invoices;
  }

  /**
   * Who tells the shop, under the ledger's lock, that a delayed invoice is issued or, once, that it
   * found no number.
   */
  void onOutcome(Consumer<DelayedInvoice> listener) {
    teller = listener;
  }

  /** Whether this merchant ever used this Tsr. */
  public boolean isUsed(String merchantId, String tsr) {
    return byTsr.containsKey(new Key(merchantId, tsr));
  }

  /** Keeps one that waits for its trigger; its RelateNumber is used from now on. */
  public void add(DelayedInvoice delayed) {
    Ledger.requireRoom(byTsr);
    byTsr.put(new Key(delayed.merchantId(), delayed.tsr()), delayed);
    invoices.reserve(delayed.merchantId(), delayed.draft().relateNumber());
  }

  /** Keeps one that is issued so many days after the day of its request. */
  public void addForDay(DelayedInvoice delayed, LocalDate requested) {
    add(delayed);
    schedule(delayed, requested, Status.WAITING_FOR_DAY);
  }

  /**
   * Triggers one: it is issued now when it has no delay, else so many days after today.
   *
   * @return whether it is issued; false as well when a delay of no days found no number, and then
   *     nothing has changed
   */
  public boolean trigger(DelayedInvoice delayed, LocalDateTime now) {
    if (delayed.delayDays() == 0) {
      return isIssued(delayed, now);
    }
    schedule(delayed, now.toLocalDate(), Status.TRIGGERED);
    return false;
  }

  private void schedule(DelayedInvoice delayed, LocalDate from, Status next) {
    var due = from.plusDays(delayed.delayDays()).atTime(TIME_OF_ISSUE);
    delayed.schedule(due, next);
    scheduled.add(new Moment(due, moments++, delayed));
  }

  /** Issues everything that is due, each as an invoice of its own moment. */
  void issueDue(LocalDateTime now) {
    starving.removeIf(delayed -> isIssued(delayed, now));
    while (!scheduled.isEmpty() && !scheduled.element().due().isAfter(now)) {
      var moment = scheduled.remove();
      var delayed = moment.delayed();
      if (delayed.isScheduled() && !isIssued(delayed, moment.due())) {
        delayed.starve();
        starving.add(delayed);
        teller.accept(delayed);
      }
    }
  }

  private boolean isIssued(DelayedInvoice delayed, LocalDateTime at) {
    var issued = invoices.issue(delayed.merchantId(), delayed.draft(), at);
    issued.ifPresent(invoice -> {
      delayed.issue(invoice);
      teller.accept(delayed);
    });
    return issued.isPresent();
  }

  /** The merchant's own delayed invoice with this Tsr. */
  public Optional<DelayedInvoice> find(String merchantId, String tsr) {
    return Optional.ofNullable(byTsr.get(new Key(merchantId, tsr)));
  }

  public Collection<DelayedInvoice> all() {
    return Collections.unmodifiableCollection(byTsr.values());
  }
}
