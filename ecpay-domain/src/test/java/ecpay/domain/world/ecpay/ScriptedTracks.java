package ecpay.domain.world.ecpay;

import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.track.Allotment;
import ecpay.domain.track.Term;
import ecpay.domain.track.Track;
import ecpay.domain.track.TrackGateway;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackRange;
import ecpay.domain.track.TrackStatus;
import ecpay.domain.track.TrackSwitch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** ECPay's number tracks, with books of its own; no number is in two tracks. */
public final class ScriptedTracks implements TrackGateway {
  private final Wire wire;
  private final List<Allotment> allotted = new ArrayList<>();
  private final Map<TrackId, Track> tracks = new LinkedHashMap<>();

  public ScriptedTracks(Wire wire) {
    this.wire = wire;
  }

  /** The government gives these numbers. */
  public void allot(Term term, InvoiceType type, TrackRange range) {
    allotted.add(new Allotment(term, type, range, range.books()));
  }

  /** Somebody adds a track in ECPay's back office. */
  public TrackId add(Term term, InvoiceType type, TrackRange range, TrackStatus status) {
    TrackId id = new TrackId(String.valueOf(tracks.size() + 1));
    tracks.put(id, new Track(id, term, type, range, Optional.empty(), status));
    return id;
  }

  /** Somebody switches a track in ECPay's back office. */
  public void set(TrackId id, TrackStatus status) {
    Track track = track(id);
    tracks.put(
        id, new Track(id, track.term(), track.type(), track.range(), track.lastUsed(), status));
  }

  /** Invoices use so many numbers of a track. */
  public void use(TrackId id, long numbers) {
    Track track = track(id);
    long used = track.range().size() - track.remaining() + numbers;
    String last =
        String.format(Locale.ROOT, "%08d", Long.parseLong(track.range().start()) + used - 1);
    tracks.put(
        id,
        new Track(
            id, track.term(), track.type(), track.range(), Optional.of(last), track.status()));
  }

  /** All tracks, oldest first. */
  public List<Track> all() {
    return List.copyOf(tracks.values());
  }

  public Track track(TrackId id) {
    return Optional.ofNullable(tracks.get(id)).orElseThrow();
  }

  @Override
  public Answer<List<Allotment>> getGovInvoiceWordSetting(Merchant merchant, int rocYear) {
    return wire.call(
        "GetGovInvoiceWordSetting",
        () ->
            new Answer.Accepted<>(
                allotted.stream().filter(one -> one.term().rocYear() == rocYear).toList()));
  }

  @Override
  public Answer<TrackId> addInvoiceWordSetting(Merchant merchant, Allotment allotment) {
    return wire.call(
        "AddInvoiceWordSetting",
        () ->
            tracks.values().stream().anyMatch(known -> clash(known, allotment))
                ? new Answer.Refused<>("2000001", "these numbers were added before")
                : new Answer.Accepted<>(
                    add(
                        allotment.term(),
                        allotment.type(),
                        allotment.range(),
                        TrackStatus.NOT_ENABLED)));
  }

  private static boolean clash(Track known, Allotment allotment) {
    return known.term().equals(allotment.term()) && known.range().overlaps(allotment.range());
  }

  @Override
  public Answer<Switched> updateInvoiceWordStatus(
      Merchant merchant, TrackId track, TrackSwitch to) {
    return wire.call(
        "UpdateInvoiceWordStatus",
        () -> {
          if (!tracks.containsKey(track)) {
            return new Answer.Refused<>("2000002", "no such track");
          }
          set(track, to.leadsTo());
          return new Answer.Accepted<>(new Switched());
        });
  }

  @Override
  public Answer<List<Track>> getInvoiceWordSetting(Merchant merchant, Term term) {
    return wire.call(
        "GetInvoiceWordSetting",
        () ->
            new Answer.Accepted<>(all().stream().filter(one -> one.term().equals(term)).toList()));
  }

  @Override
  public Answer<List<Track>> getInvoiceWordSetting(Merchant merchant, int rocYear) {
    return wire.call(
        "GetInvoiceWordSetting",
        () ->
            new Answer.Accepted<>(
                all().stream().filter(one -> one.term().rocYear() == rocYear).toList()));
  }
}
