package ecpay.domain.track.usecase;

import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.time.Taipei;
import ecpay.domain.track.BlockedInvoices;
import ecpay.domain.track.Term;
import ecpay.domain.track.TrackAlarm;
import ecpay.domain.track.TrackCare;
import ecpay.domain.track.TrackGateway;
import ecpay.domain.track.TrackStock;
import ecpay.domain.track.Tracks;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that a merchant always has numbers to issue with (R-INV-28), run again and again: adds
 * and enables what the government allotted, tells a person in time, and has the blocked invoices
 * tried again once there are numbers.
 */
public final class WatchTracks {
  /** What orders are invoiced as. */
  private static final InvoiceType FOR_ORDERS = InvoiceType.GENERAL;

  private static final Duration USUALLY = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofMinutes(10);

  /** However often it is asked for: an invoice that is refused its number asks again, too. */
  private static final Duration AT_MOST = Duration.ofMinutes(1);

  private final Transactions transactions;
  private final Merchants merchants;
  private final TrackGateway gateway;
  private final TrackCalls calls;
  private final TrackBooks books;
  private final BlockedInvoices blocked;
  private final Clock clock;

  public WatchTracks(
      Transactions transactions,
      Merchants merchants,
      TrackGateway gateway,
      Tracks tracks,
      CallJournal journal,
      EventLog events,
      BlockedInvoices blocked,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.gateway = gateway;
    this.calls = new TrackCalls(transactions, gateway, journal, clock);
    this.books = new TrackBooks(tracks, events);
    this.blocked = blocked;
    this.clock = clock;
  }

  /**
   * One run; the answer says when to come back. While ECPay does not tell it comes back in its own
   * rhythm, and tries again with growing pauses only where ECPay has never told anything.
   */
  public Progress proceed(FollowUp.WatchTracks followUp) {
    MerchantId id = followUp.merchant();
    Merchant merchant = merchants.get(id);
    TrackCare care = new TrackCare(merchant.invoicing().tracks());
    Instant now = Instant.now(clock);
    LocalDate today = Taipei.dateOf(now);
    Optional<Instant> pause = pauseSince(id, Term.of(today)).filter(now::isBefore);
    if (pause.isPresent()) {
      return new Progress.WaitUntil(pause.get());
    }
    Set<InvoiceType> types = EnumSet.noneOf(InvoiceType.class);
    boolean soon = false;
    for (Term term : care.termsOn(today)) {
      Survey survey = survey(merchant, care, term);
      if (survey.stock().isEmpty()) {
        String why = survey.trouble().orElse("");
        boolean seen = transactions.inTransaction(() -> books.seeNothing(id, term, why, now));
        return seen || !term.contains(today) ? comeBack(now, SOON) : new Progress.TryAgain(why);
      }
      TrackStock stock = survey.stock().get();
      types.addAll(stock.types());
      Set<InvoiceType> needed = types.isEmpty() ? EnumSet.of(InvoiceType.GENERAL) : types;
      Set<TrackAlarm> lacking = care.alarms(stock, needed, today);
      long before =
          transactions.inTransaction(() -> {
            long usable = books.usable(id, term, FOR_ORDERS);
            books.see(id, stock, survey, lacking, now);
            return usable;
          });
      if (term.contains(today)) {
        soon |= wake(id, before, stock.usable(FOR_ORDERS));
      }
      soon |= !lacking.isEmpty() || survey.trouble().isPresent();
    }
    return comeBack(now, soon ? SOON : USUALLY);
  }

  /**
   * Wakes as many as there are numbers. Where those are as many as before, ECPay may refuse them to
   * us for another reason (R-INV-28): then one is tried alone, and when it is issued the next run
   * sees it and wakes the others.
   *
   * @return whether to look again soon
   */
  private boolean wake(MerchantId merchant, long before, long usable) {
    if (usable == 0) {
      return false;
    }
    boolean isNews = usable != before;
    int woken = blocked.wake(merchant, isNews ? usable : 1);
    return woken > 0 && !isNews;
  }

  private Optional<Instant> pauseSince(MerchantId merchant, Term term) {
    return transactions
        .inTransaction(() -> books.lastSeen(merchant, term))
        .map(last -> last.plus(AT_MOST));
  }

  private Survey survey(Merchant merchant, TrackCare care, Term term) {
    if (!care.policy().fetchAhead()) {
      return FillTerm.look(gateway, merchant, term);
    }
    Set<InvoiceType> handsOff =
        transactions.inTransaction(() -> books.handsOff(merchant.id(), term));
    return new FillTerm(gateway, calls, merchant, term, handsOff).run();
  }

  /** After that pause, but at the beginning of the next term at the latest. */
  private static Progress comeBack(Instant now, Duration pause) {
    Instant next =
        Term.of(Taipei.dateOf(now)).next().firstDay().atStartOfDay(Taipei.ZONE).toInstant();
    Instant later = now.plus(pause);
    return new Progress.WaitUntil(later.isBefore(next) ? later : next);
  }
}
