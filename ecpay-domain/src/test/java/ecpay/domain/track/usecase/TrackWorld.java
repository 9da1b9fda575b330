package ecpay.domain.track.usecase;

import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.inmemory.InMemoryBooks;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.merchant.InvoicePolicy;
import ecpay.domain.merchant.InvoicePolicy.WhenUncheckable;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.merchant.TrackPolicy;
import ecpay.domain.order.OrderId;
import ecpay.domain.track.BlockedInvoices;
import ecpay.domain.track.TrackGateway;
import ecpay.domain.track.Tracks;
import ecpay.domain.transaction.Transactions;
import ecpay.domain.world.Interruptions;
import ecpay.domain.world.MovableClock;
import ecpay.domain.world.ecpay.ScriptedTracks;
import ecpay.domain.world.ecpay.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The number tracks of one shop, and who looks after them; every port can be interrupted. */
final class TrackWorld {
  private static final int MOST_RUNS = 20_000;
  public final MovableClock clock;
  public final InMemoryBooks books = new InMemoryBooks();
  public final Interruptions interruptions = new Interruptions();
  public final Wire wire = new Wire(books.transactions());
  public final ScriptedTracks ecpay = new ScriptedTracks(wire);
  public final WatchTracks watch;
  public final ManageTracks manage;

  /** When the blocked invoices were woken. */
  public final List<Instant> woken = new ArrayList<>();

  /** How many invoices are blocked. */
  public int blocked;

  /** How many of them were woken each time. */
  public final List<Integer> wokenInvoices = new ArrayList<>();

  private List<String> journalled = new ArrayList<>();
  private Instant earliest = Instant.EPOCH;

  /** How the shop wants it; may change at any time. */
  public TrackPolicy policy = TrackPolicy.DEFAULT;

  public TrackWorld(Instant start) {
    clock = new MovableClock(start);
    Merchants merchants = interruptions.around(Merchants.class, new Shops());
    CallJournal journal = interruptions.around(CallJournal.class, noted(books.callJournal()));
    Transactions transactions = interruptions.around(Transactions.class, books.transactions());
    TrackGateway gateway = interruptions.around(TrackGateway.class, ecpay);
    watch =
        new WatchTracks(
            transactions,
            merchants,
            gateway,
            interruptions.around(Tracks.class, books.tracks()),
            journal,
            interruptions.around(EventLog.class, books.eventLog()),
            interruptions.around(BlockedInvoices.class, (_, most) -> wake(most)),
            clock);
    manage = new ManageTracks(transactions, merchants, gateway, journal, books.followUps(), clock);
  }

  private int wake(long most) {
    woken.add(clock.instant());
    wokenInvoices.add((int) Math.min(most, blocked));
    return wokenInvoices.getLast();
  }

  /** From now on the journal's rows are told there as well. */
  public void journalTo(List<String> calls) {
    journalled = calls;
  }

  private CallJournal noted(CallJournal journal) {
    return new CallJournal() {
      @Override
      public long open(
          MerchantId merchant, Optional<OrderId> order, Operation operation, Instant at) {
        journalled.add("open " + operation);
        return journal.open(merchant, order, operation, at);
      }

      @Override
      public void close(long call, Answer<?> answer, Instant at) {
        journalled.add("close " + answer.getClass().getSimpleName());
        journal.close(call, answer, at);
      }

      @Override
      public List<Call> ofOrder(MerchantId merchant, OrderId order) {
        return journal.ofOrder(merchant, order);
      }
    };
  }

  /** The one shop, with the policy of the moment. */
  private final class Shops implements Merchants {
    @Override
    public Optional<Merchant> find(MerchantId id) {
      return Optional.of(merchant());
    }

    @Override
    public List<Merchant> all() {
      return List.of(merchant());
    }
  }

  private Merchant merchant() {
    Merchant sample = Samples.merchant();
    return new Merchant(
        sample.id(),
        sample.name(),
        sample.payments(),
        sample.invoices(),
        sample.callbacks(),
        sample.dashboardNotifies(),
        new InvoicePolicy(false, false, WhenUncheckable.ISSUE, policy));
  }

  /** The next run, a minute after the one before if that was just now. */
  public Progress run() {
    rest();
    return proceed();
  }

  /** Lets a minute pass if a run was just now. */
  public void rest() {
    clock.advanceTo(earliest);
  }

  public Progress proceed() {
    earliest = clock.instant().plus(Duration.ofMinutes(1));
    return watch.proceed(new FollowUp.WatchTracks(Samples.SHOP));
  }

  /** Runs as the scheduler does until that time; a killed run is tried again a minute later. */
  public void runUntil(Instant end) {
    for (int runs = 0; clock.instant().isBefore(end); runs++) {
      if (runs > MOST_RUNS) {
        throw new AssertionError("the watch runs without a pause");
      }
      Instant next = clock.instant().plus(Duration.ofMinutes(1));
      try {
        if (proceed() instanceof Progress.WaitUntil(Instant at)) {
          next = at;
        }
      } catch (Interruptions.Killed _) {
        interruptions.killNoMore();
      }
      clock.advanceTo(next.isBefore(end) ? next : end);
    }
  }

  /** The incidents that were told, oldest first, each as its kind and what it is about. */
  public List<String> incidents() {
    return books.orderlessEvents().stream()
        .filter(IncidentRaised.class::isInstance)
        .map(IncidentRaised.class::cast)
        .map(incident -> incident.kind() + " " + incident.about())
        .toList();
  }
}
