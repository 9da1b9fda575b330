package ecpay.domain.track;

import static ecpay.domain.rule.Violations.demand;

import ecpay.domain.invoice.document.InvoiceType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the tracks of one term hold together. */
public record TrackStock(Term term, List<Track> tracks) {
  public TrackStock {
    tracks = List.copyOf(tracks);
    demand(
        tracks.stream().allMatch(track -> track.term().equals(term)),
        "R-INV-30",
        "tracks",
        "a stock holds the tracks of one term");
  }

  /** How many numbers can be issued with now, of any type. */
  public long usable() {
    return remaining(tracks.stream().filter(Track::isUsable).toList());
  }

  /** How many numbers of that type can be issued with now (R-INV-28). */
  public long usable(InvoiceType type) {
    return remaining(
        tracks.stream().filter(track -> track.type() == type && track.isUsable()).toList());
  }

  /** How many numbers were added but wait to be enabled for the first time. */
  public long waiting() {
    return remaining(neverEnabled());
  }

  /** The tracks that were added but never enabled. */
  public List<Track> neverEnabled() {
    return tracks.stream().filter(track -> track.status() == TrackStatus.NOT_ENABLED).toList();
  }

  /** The types of invoice that the merchant has tracks for. */
  public Set<InvoiceType> types() {
    Set<InvoiceType> types = EnumSet.noneOf(InvoiceType.class);
    tracks.forEach(track -> types.add(track.type()));
    return types;
  }

  /** {@link #types}, or general invoices where there is no track at all. */
  public Set<InvoiceType> typesOrGeneral() {
    return tracks.isEmpty() ? EnumSet.of(InvoiceType.GENERAL) : types();
  }

  /** Whether any number of the range is in a track already. */
  public boolean touches(TrackRange range) {
    return tracks.stream().anyMatch(track -> track.range().overlaps(range));
  }

  private static long remaining(List<Track> tracks) {
    return tracks.stream().mapToLong(Track::remaining).sum();
  }
}
