package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.stock.Allotment;
import ecpay.sandbox.stock.Term;
import ecpay.sandbox.stock.Track;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Router;
import java.util.List;

/**
 * {@code /sandbox/tracks}: who has which numbers, and whether they come by themselves; {@code
 * /allotted} for what the government allots.
 */
final class TrackControl {
  /** ECPay's public stage merchant of the e-invoice (reference README section 4). */
  private static final String STAGE_MERCHANT = "2000132";

  private final Ledger ledger;
  private final SandboxClock clock;

  TrackControl(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void open(Router router) {
    router.on("GET", "/sandbox/tracks", Query.handler(() -> ledger.act(this::state)));
    router.on(
        "POST",
        "/sandbox/tracks",
        Body.handler(List.of("merchantId", "automatic"), body -> ledger.act(() -> change(body))));
    router.on(
        "POST",
        "/sandbox/tracks/allotted",
        Body.handler(
            List.of("merchantId", "year", "term", "header", "start", "books", "type"),
            body -> ledger.act(() -> allot(body))));
  }

  private ObjectNode change(Body body) {
    var merchantId = merchantId(body);
    var tracks = ledger.tracks();
    tracks.automatic(merchantId, body.flag("automatic", tracks.isAutomatic(merchantId)));
    return state();
  }

  private ObjectNode allot(Body body) {
    var books = body.whole("books", 1);
    if (books < 1 || books > 1_000_000) {
      throw new IllegalArgumentException("books must be from 1 to 1000000");
    }
    var first = number(body, "start");
    ledger
        .tracks()
        .allot(
            new Allotment(
                merchantId(body),
                new Term((int) number(body, "year"), body.small("term", 0)),
                body.text("type").orElse("07"),
                body.text("header").orElse(""),
                first,
                first + books * Allotment.BOOK - 1));
    return state();
  }

  private static String merchantId(Body body) {
    var id = body.text("merchantId").orElse(STAGE_MERCHANT);
    if (!id.matches("[0-9]{1,10}")) {
      throw new IllegalArgumentException("merchantId must be 1 to 10 digits");
    }
    return id;
  }

  private static long number(Body body, String name) {
    var text = body.text(name).orElse("");
    if (!text.matches("[0-9]{1,8}")) {
      throw new IllegalArgumentException(name + " must be 1 to 8 digits");
    }
    return Long.parseLong(text);
  }

  private ObjectNode state() {
    var today = clock.now().toLocalDate();
    var tracks = ledger.tracks();
    var answer = Json.object();
    var merchants = answer.putArray("merchants");
    for (var id : tracks.merchants()) {
      var merchant =
          merchants.addObject().put("merchantId", id).put("automatic", tracks.isAutomatic(id));
      var allotted = merchant.putArray("allotted");
      tracks.allotted(id, today).forEach(a -> write(allotted.addObject(), a));
      var used = merchant.putArray("tracks");
      tracks.of(id, today).forEach(t -> write(used.addObject(), t));
    }
    return answer;
  }

  /** The tracks of every merchant in one row, for the ledger. */
  static void list(ArrayNode list, Ledger ledger, SandboxClock clock) {
    var tracks = ledger.tracks();
    for (var id : tracks.merchants()) {
      for (var track : tracks.of(id, clock.now().toLocalDate())) {
        write(list.addObject().put("merchantId", id), track);
      }
    }
  }

  private static ObjectNode write(ObjectNode node, Allotment range) {
    return node.put("year", range.term().year())
        .put("term", range.term().number())
        .put("type", range.invType())
        .put("header", range.header())
        .put("start", Allotment.digits(range.first()))
        .put("end", Allotment.digits(range.last()));
  }

  private static void write(ObjectNode node, Track track) {
    write(node.put("trackId", track.id()), track.range())
        .put("status", track.status().name())
        .put("lastUsed", track.lastUsed().orElse(""))
        .put("remaining", track.remaining());
  }
}
