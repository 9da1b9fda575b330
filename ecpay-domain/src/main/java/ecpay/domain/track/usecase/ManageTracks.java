package ecpay.domain.track.usecase;

import static ecpay.domain.rule.Violations.demand;

import ecpay.domain.answer.Answer;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.time.Taipei;
import ecpay.domain.track.Allotment;
import ecpay.domain.track.Term;
import ecpay.domain.track.Track;
import ecpay.domain.track.TrackGateway;
import ecpay.domain.track.TrackGateway.Switched;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackRange;
import ecpay.domain.track.TrackStock;
import ecpay.domain.track.TrackSwitch;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * What a person does with number tracks. ECPay is asked live; what it would refuse is refused here
 * with its rule, before anything is sent. After a change {@link WatchTracks} looks at once.
 */
public final class ManageTracks {
  private final Transactions transactions;
  private final Merchants merchants;
  private final TrackGateway gateway;
  private final TrackCalls calls;
  private final FollowUps followUps;
  private final Clock clock;

  public ManageTracks(
      Transactions transactions,
      Merchants merchants,
      TrackGateway gateway,
      CallJournal journal,
      FollowUps followUps,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.gateway = gateway;
    this.calls = new TrackCalls(transactions, gateway, journal, clock);
    this.followUps = followUps;
    this.clock = clock;
  }

  /** The tracks of a term, of every status. */
  public Answer<List<Track>> list(MerchantId merchant, Term term) {
    return gateway.getInvoiceWordSetting(merchants.get(merchant), term);
  }

  /** The tracks of all terms of a ROC year. */
  public Answer<List<Track>> list(MerchantId merchant, int rocYear) {
    return gateway.getInvoiceWordSetting(merchants.get(merchant), rocYear);
  }

  /**
   * What the government allotted for a ROC year.
   *
   * @throws ecpay.domain.rule.RuleViolationException unless it is last, this or next year
   */
  public Answer<List<Allotment>> allotted(MerchantId merchant, int rocYear) {
    int now = Term.rocYearOf(today());
    demand(
        Math.abs(rocYear - now) <= 1,
        "R-INV-30",
        "year",
        "allotments are known of last, this and next year");
    return gateway.getGovInvoiceWordSetting(merchants.get(merchant), rocYear);
  }

  /**
   * Adds a track; it is not enabled yet. When the answer is not known, {@link #list} tells.
   *
   * @param range an allotment or whole books of one, not in any track yet
   * @throws ecpay.domain.rule.RuleViolationException when the range is not allotted or overlaps a
   *     track (R-INV-29), or the term is over or not of this or next year (R-INV-30)
   */
  public Answer<TrackId> add(MerchantId id, Term term, InvoiceType type, TrackRange range) {
    LocalDate today = today();
    demand(
        !term.lastDay().isBefore(today) && term.rocYear() <= Term.rocYearOf(today) + 1,
        "R-INV-30",
        "term",
        "a track is added for a term of this or next year that is not over");
    Merchant merchant = merchants.get(id);
    return whenTold(
        gateway.getGovInvoiceWordSetting(merchant, term.rocYear()),
        allotted ->
            whenTold(
                gateway.getInvoiceWordSetting(merchant, term),
                tracks ->
                    watched(
                        id,
                        calls.add(
                            merchant, part(allotted, new TrackStock(term, tracks), type, range)))));
  }

  private static Allotment part(
      List<Allotment> allotted, TrackStock stock, InvoiceType type, TrackRange range) {
    demand(
        !stock.touches(range), "R-INV-29", "range", "some of these numbers are in a track already");
    List<Allotment> given =
        allotted.stream()
            .filter(allotment ->
                allotment.term().equals(stock.term())
                    && allotment.type() == type
                    && allotment.range().contains(range))
            .toList();
    demand(
        !given.isEmpty(),
        "R-INV-29",
        "range",
        range + " was not allotted for term " + stock.term() + " and InvType " + type.code());
    return given.getFirst().part(range);
  }

  /**
   * Enables, pauses or disables a track; one that is as wanted is left as it is. When the answer is
   * not known, the same may be asked again.
   *
   * @throws ecpay.domain.rule.RuleViolationException when there is no such track in the term
   */
  public Answer<Switched> change(MerchantId id, Term term, TrackId track, TrackSwitch to) {
    Merchant merchant = merchants.get(id);
    return whenTold(
        gateway.getInvoiceWordSetting(merchant, term),
        tracks -> {
          List<Track> known = tracks.stream().filter(one -> one.id().equals(track)).toList();
          demand(!known.isEmpty(), "R-INV-28", "track", "no track " + track + " in term " + term);
          return known.getFirst().status() == to.leadsTo()
              ? new Answer.Accepted<>(new Switched())
              : watched(id, calls.turn(merchant, track, to));
        });
  }

  /** Goes on with what a query tells; a query without an answer has changed nothing. */
  private static <T, R> Answer<R> whenTold(Answer<T> query, Function<T, Answer<R>> next) {
    return switch (query) {
      case Answer.Accepted<T>(T value) -> next.apply(value);
      case Answer.Refused<T>(String code, String message) -> new Answer.Refused<>(code, message);
      case Answer.NotSent<T>(String reason) -> new Answer.NotSent<>(reason);
      case Answer.Unknown<T>(String reason, boolean _) -> new Answer.NotSent<>(reason);
    };
  }

  /** Before the call would be too early, and if this is lost the watch comes by itself. */
  private <T> Answer<T> watched(MerchantId merchant, Answer<T> answer) {
    transactions.run(
        () -> followUps.schedule(new FollowUp.WatchTracks(merchant), Instant.now(clock)));
    return answer;
  }

  private LocalDate today() {
    return Taipei.dateOf(Instant.now(clock));
  }
}
