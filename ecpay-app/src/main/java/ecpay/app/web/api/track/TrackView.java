package ecpay.app.web.api.track;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.domain.track.Allotment;
import ecpay.domain.track.SeenTracks;
import ecpay.domain.track.Term;
import ecpay.domain.track.Track;
import ecpay.domain.track.TrackAlarm;
import ecpay.domain.track.TrackRange;
import ecpay.domain.track.TrackStock;
import java.util.Comparator;
import java.util.List;

/** Tracks as the API shows them: schemas {@code TrackStock}, {@code Track}, {@code Allotment}. */
final class TrackView {
  private TrackView() {}

  static ObjectNode of(SeenTracks seen) {
    ObjectNode view = of(seen.stock());
    view.put("seenAt", Times.iso(seen.at()));
    ArrayNode alarms = view.putArray("alarms");
    seen.raised().stream()
        .sorted(Comparator.comparing(TrackAlarm::kind).thenComparing(TrackAlarm::type))
        .forEach(alarm ->
            alarms
                .addObject()
                .put("kind", alarm.kind().name())
                .put("type", Words.of(alarm.type()))
                .put("advice", alarm.kind().advice()));
    return view;
  }

  static ObjectNode of(TrackStock stock) {
    ObjectNode view = term(stock.term());
    view.put("usable", stock.usable());
    view.put("waiting", stock.waiting());
    ArrayNode tracks = view.putArray("tracks");
    stock.tracks().forEach(track -> tracks.add(of(track)));
    return view;
  }

  private static ObjectNode of(Track track) {
    ObjectNode view = term(track.term());
    view.put("id", track.id().value());
    view.put("type", Words.of(track.type()));
    range(view, track.range());
    track.lastUsed().ifPresent(number -> view.put("lastUsed", number));
    view.put("remaining", track.remaining());
    view.put("status", Words.of(track.status()));
    return view;
  }

  static ObjectNode of(List<Allotment> allotted) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    ArrayNode allotments = view.putArray("allotments");
    for (Allotment allotment : allotted) {
      ObjectNode one = term(allotment.term());
      one.put("type", Words.of(allotment.type()));
      range(one, allotment.range());
      one.put("books", allotment.books());
      allotments.add(one);
    }
    return view;
  }

  private static ObjectNode term(Term term) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("year", term.rocYear())
        .put("term", term.number());
  }

  private static void range(ObjectNode view, TrackRange range) {
    view.put("header", range.header()).put("start", range.start()).put("end", range.end());
  }
}
