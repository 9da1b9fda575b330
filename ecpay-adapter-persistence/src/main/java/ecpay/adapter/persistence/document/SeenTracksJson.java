package ecpay.adapter.persistence.document;

import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.track.SeenTracks;
import ecpay.domain.track.Term;
import ecpay.domain.track.Track;
import ecpay.domain.track.TrackAlarm;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackRange;
import ecpay.domain.track.TrackStatus;
import ecpay.domain.track.TrackStock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was seen in a term; whose, which and when is in the row's columns. */
record SeenTracksJson(List<TrackJson> tracks, List<AlarmJson> alarms) {

  static SeenTracksJson of(SeenTracks seen) {
    return new SeenTracksJson(
        seen.stock().tracks().stream().map(TrackJson::of).toList(),
        seen.raised().stream().map(AlarmJson::of).toList());
  }

  SeenTracks seen(MerchantId merchant, Term term, Instant at) {
    return new SeenTracks(
        merchant,
        new TrackStock(term, tracks.stream().map(track -> track.track(term)).toList()),
        alarms.stream().map(AlarmJson::alarm).collect(Collectors.toUnmodifiableSet()),
        at);
  }

  record TrackJson(
      String id,
      InvoiceType type,
      String header,
      String start,
      String end,
      @Nullable String lastUsed,
      TrackStatus status) {
    static TrackJson of(Track track) {
      return new TrackJson(
          track.id().value(),
          track.type(),
          track.range().header(),
          track.range().start(),
          track.range().end(),
          track.lastUsed().orElse(null),
          track.status());
    }

    Track track(Term term) {
      return new Track(
          new TrackId(id),
          term,
          type,
          new TrackRange(header, start, end),
          Optional.ofNullable(lastUsed),
          status);
    }
  }

  record AlarmJson(TrackAlarm.Kind kind, InvoiceType type) {
    static AlarmJson of(TrackAlarm alarm) {
      return new AlarmJson(alarm.kind(), alarm.type());
    }

    TrackAlarm alarm() {
      return new TrackAlarm(kind, type);
    }
  }
}
