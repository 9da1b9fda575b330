package ecpay.domain.track.usecase;

import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.track.SeenTracks;
import ecpay.domain.track.Term;
import ecpay.domain.track.TrackAlarm;
import ecpay.domain.track.TrackAlarm.Kind;
import ecpay.domain.track.TrackStock;
import ecpay.domain.track.Tracks;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Enters what was seen of a term, and tells the alarms that are new. In a transaction. */
final class TrackBooks {
  /** How long nothing may be seen before a person is told. */
  static final Duration LONGEST_BLINDNESS = Duration.ofHours(6);

  private final Tracks tracks;
  private final EventLog events;

  TrackBooks(Tracks tracks, EventLog events) {
    this.tracks = tracks;
    this.events = events;
  }

  /** When ECPay last told about a term. */
  Optional<Instant> lastSeen(MerchantId merchant, Term term) {
    return tracks.find(merchant, term).map(SeenTracks::at);
  }

  /** How many numbers of a type were left when ECPay last told; none where it never did. */
  long usable(MerchantId merchant, Term term, InvoiceType type) {
    return tracks.find(merchant, term).map(seen -> seen.stock().usable(type)).orElse(0L);
  }

  /** The types of a term that only a person may go on with (R-TRN-06). */
  Set<InvoiceType> handsOff(MerchantId merchant, Term term) {
    return raised(merchant, term).stream()
        .filter(alarm -> alarm.kind() == Kind.TRACK_NEEDS_A_PERSON)
        .map(TrackAlarm::type)
        .collect(Collectors.toSet());
  }

  /**
   * Enters what a run found; what is older than the last is not entered, and raises nothing.
   *
   * @param lacking what is wrong with the numbers that are left
   */
  void see(
      MerchantId merchant, TrackStock stock, Survey survey, Set<TrackAlarm> lacking, Instant at) {
    tracks.lock(merchant);
    Optional<SeenTracks> before = tracks.find(merchant, stock.term());
    if (before.isPresent() && before.get().at().isAfter(at)) {
      return;
    }
    Set<TrackAlarm> raised = before.map(SeenTracks::raised).orElse(Set.of());
    Map<TrackAlarm, String> standing = new LinkedHashMap<>();
    lacking.forEach(alarm -> standing.put(alarm, stock.usable(alarm.type()) + " left"));
    raised.stream()
        .filter(alarm -> isRefusal(alarm.kind()) && survey.open().contains(alarm.type()))
        .forEach(alarm -> standing.put(alarm, "still"));
    standing.putAll(survey.refusals());
    tracks.save(new SeenTracks(merchant, stock, standing.keySet(), at));
    standing.forEach((alarm, detail) -> {
      if (!raised.contains(alarm) && !isImplied(alarm, standing.keySet())) {
        raise(merchant, stock.term(), alarm, detail, at);
      }
    });
  }

  /**
   * ECPay did not tell.
   *
   * @return whether it ever did
   */
  boolean seeNothing(MerchantId merchant, Term term, String why, Instant now) {
    tracks.lock(merchant);
    Optional<SeenTracks> before = tracks.find(merchant, term);
    before
        .filter(seen -> !now.isBefore(seen.at().plus(LONGEST_BLINDNESS)))
        .ifPresent(seen -> tellBlindness(seen, why, now));
    return before.isPresent();
  }

  private void tellBlindness(SeenTracks seen, String why, Instant now) {
    Set<TrackAlarm> standing = new LinkedHashSet<>(seen.raised());
    for (InvoiceType type : seen.stock().typesOrGeneral()) {
      TrackAlarm alarm = new TrackAlarm(Kind.TRACKS_NOT_SEEN, type);
      if (standing.add(alarm)) {
        raise(seen.merchant(), seen.stock().term(), alarm, why, now);
      }
    }
    tracks.save(new SeenTracks(seen.merchant(), seen.stock(), standing, seen.at()));
  }

  private Set<TrackAlarm> raised(MerchantId merchant, Term term) {
    return tracks.find(merchant, term).map(SeenTracks::raised).orElse(Set.of());
  }

  private static boolean isRefusal(Kind kind) {
    return switch (kind) {
      case TRACK_REFUSED, TRACK_NEEDS_A_PERSON -> true;
      case NUMBERS_RUN_LOW, NUMBERS_EXHAUSTED, NEXT_TERM_HAS_NO_NUMBERS, TRACKS_NOT_SEEN -> false;
    };
  }

  /** That numbers run low goes without saying when none are left. */
  private static boolean isImplied(TrackAlarm alarm, Set<TrackAlarm> standing) {
    return alarm.kind() == Kind.NUMBERS_RUN_LOW
        && standing.contains(new TrackAlarm(Kind.NUMBERS_EXHAUSTED, alarm.type()));
  }

  private void raise(MerchantId merchant, Term term, TrackAlarm alarm, String detail, Instant now) {
    events.append(
        merchant,
        Optional.empty(),
        now,
        new IncidentRaised(
            alarm.kind().name(),
            term + " " + alarm.type().code(),
            alarm.kind().advice() + " (" + detail + ")"));
  }
}
