package ecpay.domain.track.usecase;

import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.merchant.TrackPolicy;
import ecpay.domain.track.Allotment;
import ecpay.domain.track.Term;
import ecpay.domain.track.Track;
import ecpay.domain.track.TrackRange;
import ecpay.domain.track.TrackStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the watch should do, number by number and without any cleverness. */
final class NaiveTracks {
  private final Map<Term, Set<String>> standing = new HashMap<>();
  final List<String> incidents = new ArrayList<>();
  int wakes;

  /** One number of a term, such as {@code 115-6 UV00000001}. */
  private static Set<String> numbers(Term term, TrackRange range) {
    Set<String> numbers = new HashSet<>();
    for (int n = Integer.parseInt(range.start()); n <= Integer.parseInt(range.end()); n++) {
      numbers.add(term + " " + range.header() + n);
    }
    return numbers;
  }

  /** The tracks that must be in use after a run, each as its term and range. */
  static Set<String> inUseAfter(
      List<Track> tracks, List<Allotment> allotted, TrackPolicy policy, LocalDate today) {
    Set<Term> terms = terms(policy, today);
    Set<String> added = new HashSet<>();
    Set<String> inUse = new TreeSet<>();
    for (Track track : tracks) {
      added.addAll(numbers(track.term(), track.range()));
      boolean enabledNow =
          track.status() == TrackStatus.NOT_ENABLED
              && policy.fetchAhead()
              && terms.contains(track.term());
      if (track.status() == TrackStatus.IN_USE || enabledNow) {
        inUse.add(track.term() + " " + track.range());
      }
    }
    for (Allotment allotment : allotted) {
      Set<String> wanted = numbers(allotment.term(), allotment.range());
      if (policy.fetchAhead()
          && terms.contains(allotment.term())
          && wanted.stream().noneMatch(added::contains)) {
        added.addAll(wanted);
        inUse.add(allotment.term() + " " + allotment.range());
      }
    }
    return inUse;
  }

  private static Set<Term> terms(TrackPolicy policy, LocalDate today) {
    Set<Term> terms = new HashSet<>(Set.of(Term.of(today)));
    Term next = Term.of(today).next();
    if (ChronoUnit.DAYS.between(today, next.firstDay()) <= policy.daysAhead()) {
      terms.add(next);
    }
    return terms;
  }

  /** A run has ended and left these tracks. */
  void ran(List<Track> tracks, TrackPolicy policy, LocalDate today) {
    Term current = Term.of(today);
    Set<InvoiceType> types = types(tracks, Set.of(current));
    Set<String> now = new TreeSet<>();
    for (InvoiceType type : orGeneral(types)) {
      long left = left(tracks, current, type);
      if (left == 0) {
        now.add("NUMBERS_EXHAUSTED " + current + " " + type.code());
      } else if (left < policy.alarmBelow()) {
        now.add("NUMBERS_RUN_LOW " + current + " " + type.code());
      }
    }
    tell(current, now);
    if (tracks.stream()
        .anyMatch(track ->
            track.term().equals(current)
                && track.type() == InvoiceType.GENERAL
                && usable(track) > 0)) {
      wakes++;
    }
    Term next = current.next();
    if (terms(policy, today).contains(next)) {
      Set<String> then = new TreeSet<>();
      boolean close = 2 * ChronoUnit.DAYS.between(today, next.firstDay()) <= policy.daysAhead() + 1;
      for (InvoiceType type : orGeneral(types(tracks, Set.of(current, next)))) {
        if (close && left(tracks, next, type) == 0) {
          then.add("NEXT_TERM_HAS_NO_NUMBERS " + next + " " + type.code());
        }
      }
      tell(next, then);
    }
  }

  /** An alarm is told unless it, or the end of what was low, stood before. */
  private void tell(Term term, Set<String> now) {
    Set<String> before = standing.getOrDefault(term, Set.of());
    for (String alarm : now) {
      boolean onlyBack =
          alarm.startsWith("NUMBERS_RUN_LOW")
              && before.contains(alarm.replace("RUN_LOW", "EXHAUSTED"));
      if (!before.contains(alarm) && !onlyBack) {
        incidents.add(alarm);
      }
    }
    standing.put(term, now);
  }

  private static Set<InvoiceType> types(List<Track> tracks, Set<Term> terms) {
    Set<InvoiceType> types = new TreeSet<>();
    tracks.stream()
        .filter(track -> terms.contains(track.term()))
        .forEach(track -> types.add(track.type()));
    return types;
  }

  private static Set<InvoiceType> orGeneral(Set<InvoiceType> types) {
    return types.isEmpty() ? Set.of(InvoiceType.GENERAL) : types;
  }

  private static long left(List<Track> tracks, Term term, InvoiceType type) {
    return tracks.stream()
        .filter(track -> track.term().equals(term) && track.type() == type)
        .mapToLong(NaiveTracks::usable)
        .sum();
  }

  private static long usable(Track track) {
    if (track.status() != TrackStatus.IN_USE) {
      return 0;
    }
    long left = 0;
    for (int n = Integer.parseInt(track.range().start());
        n <= Integer.parseInt(track.range().end());
        n++) {
      int number = n;
      left += track.lastUsed().stream().allMatch(last -> number > Integer.parseInt(last)) ? 1 : 0;
    }
    return left;
  }
}
