package ecpay.sandbox.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The number tracks of every merchant. Read and changed under the ledger's lock only.
 *
 * <p>A merchant is automatic until told otherwise: for the current and the next term the government
 * has allotted it a million numbers of each type, and they are added and enabled. A merchant that
 * is not automatic has what the control API allots and what it adds itself; the automatic tracks
 * wait unseen until it is automatic again.
 */
public final class Tracks {
  private static final int CAPACITY = 10_000;
  private static final List<String> TYPES = List.of("07", "08");

  private record Opened(String merchantId, Term term) {}

  private final Government government = new Government();
  private final Map<String, List<Allotment>> granted = new HashMap<>();
  private final Map<String, List<Track>> added = new HashMap<>();
  private final Map<String, List<Track>> automatic = new HashMap<>();
  private final Set<Opened> opened = new HashSet<>();
  private final Set<String> byHand = new HashSet<>();
  private final Set<String> known = new TreeSet<>();
  private int count;

  /**
   * Draws the next number of the merchant on a day in Taipei, two letters and eight digits, or none
   * when no enabled track of that day's term and of the type has numbers left (R-INV-28). The
   * oldest track comes first, the next one when it is exhausted.
   *
   * @param invType the InvType of the invoice: 07 or 08
   */
  public Optional<String> next(String merchantId, String invType, LocalDate day) {
    return enabled(merchantId, invType, day)
        .filter(t -> t.remaining() > 0)
        .findFirst()
        .map(Track::draw);
  }

  /** Whether any track of that day's term and of the type is in use, exhausted or not. */
  public boolean isAnyEnabled(String merchantId, String invType, LocalDate day) {
    return enabled(merchantId, invType, day).findAny().isPresent();
  }

  private Stream<Track> enabled(String merchantId, String invType, LocalDate day) {
    var term = Term.of(day);
    return of(merchantId, day).stream()
        .filter(t -> t.status() == Track.Status.IN_USE)
        .filter(t -> t.range().term().equals(term) && t.range().invType().equals(invType));
  }

  /** The tracks of a merchant as they are on a day in Taipei, oldest first. */
  public List<Track> of(String merchantId, LocalDate day) {
    know(merchantId);
    if (!isAutomatic(merchantId)) {
      return List.copyOf(added.getOrDefault(merchantId, List.of()));
    }
    open(merchantId, Term.of(day));
    open(merchantId, Term.of(day).next());
    return List.copyOf(automatic.getOrDefault(merchantId, List.of()));
  }

  private void open(String merchantId, Term term) {
    if (opened.add(new Opened(merchantId, term))) {
      for (var type : TYPES) {
        var range = government.allotAnywhere(merchantId, term, type);
        place(automatic, range, "").status(Track.Status.IN_USE);
      }
    }
  }

  private Track place(Map<String, List<Track>> shelf, Allotment range, String productServiceId) {
    if (count >= CAPACITY) {
      throw new IllegalStateException("there are too many tracks; start the sandbox anew");
    }
    var track = new Track(String.format(Locale.ROOT, "%010d", ++count), range, productServiceId);
    shelf.computeIfAbsent(range.merchantId(), _ -> new ArrayList<>()).add(track);
    return track;
  }

  /** Puts allotted numbers to use; they are approved and not enabled yet. */
  public Track add(Allotment range, String productServiceId) {
    return place(added, range, productServiceId);
  }

  /** What a merchant was allotted and can see, as it is on a day in Taipei, oldest first. */
  public List<Allotment> allotted(String merchantId, LocalDate day) {
    return isAutomatic(merchantId)
        ? of(merchantId, day).stream().map(Track::range).toList()
        : List.copyOf(granted.getOrDefault(merchantId, List.of()));
  }

  /** The merchant's own track with this TrackID. */
  public Optional<Track> find(String merchantId, String id, LocalDate day) {
    return of(merchantId, day).stream().filter(t -> t.id().equals(id)).findFirst();
  }

  /** Whether the range is a part of what its merchant was allotted. */
  public boolean isAllotted(Allotment range, LocalDate day) {
    return allotted(range.merchantId(), day).stream().anyMatch(a -> a.holds(range));
  }

  /** Whether a track of the merchant has one of these numbers already. */
  public boolean isTaken(Allotment range, LocalDate day) {
    return of(range.merchantId(), day).stream().anyMatch(t -> t.range().overlaps(range));
  }

  /**
   * The government allots numbers.
   *
   * @throws IllegalArgumentException when somebody has a part of them
   */
  public void allot(Allotment allotment) {
    know(allotment.merchantId());
    government.allot(allotment);
    granted.computeIfAbsent(allotment.merchantId(), _ -> new ArrayList<>()).add(allotment);
  }

  public boolean isAutomatic(String merchantId) {
    return !byHand.contains(merchantId);
  }

  public void automatic(String merchantId, boolean wanted) {
    know(merchantId);
    if (wanted) {
      byHand.remove(merchantId);
    } else {
      byHand.add(merchantId);
    }
  }

  /** Every merchant that was ever asked about, in order. */
  public List<String> merchants() {
    return List.copyOf(known);
  }

  private void know(String merchantId) {
    if (known.add(merchantId) && known.size() > CAPACITY) {
      throw new IllegalArgumentException("there are too many merchants; start the sandbox anew");
    }
  }
}
