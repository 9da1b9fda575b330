package ecpay.app.web.api.track;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Words;
import ecpay.app.web.Routes;
import ecpay.app.web.api.ApiAccess;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.EcpaySays;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.Replies;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.time.Taipei;
import ecpay.domain.track.Term;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackStock;
import ecpay.domain.track.Tracks;
import ecpay.domain.track.usecase.ManageTracks;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;

/** The number tracks: ECPay's live, as last seen, what is allotted; add one, switch one. */
public final class TrackRoutes implements Routes {
  private static final String TRACKS = "/api/v1/tracks";

  private final ManageTracks manage;
  private final Tracks tracks;
  private final Clock clock;

  public TrackRoutes(ManageTracks manage, Tracks tracks, Clock clock) {
    this.manage = manage;
    this.tracks = tracks;
    this.clock = clock;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(TRACKS, this::list);
    routes.get(TRACKS + "/stock", this::stock);
    routes.get(TRACKS + "/allotments", this::allotments);
    routes.post(TRACKS, DryRun.impossible(this::add));
    routes.post(TRACKS + "/{id}/status", DryRun.impossible(this::change));
  }

  private void list(Context ctx) {
    Term term = TrackRequest.term(ctx, current());
    EcpaySays.tell(
        ctx,
        manage.list(ApiAccess.merchant(ctx), term),
        known -> Replies.json(ctx, TrackView.of(new TrackStock(term, known))));
  }

  /** Of this term and the next, as far as they were looked at. */
  private void stock(Context ctx) {
    MerchantId merchant = ApiAccess.merchant(ctx);
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    ArrayNode terms = view.putArray("terms");
    Stream.of(current(), current().next())
        .flatMap(term -> tracks.find(merchant, term).stream())
        .forEach(seen -> terms.add(TrackView.of(seen)));
    Replies.json(ctx, view);
  }

  private void allotments(Context ctx) {
    int year = TrackRequest.year(ctx, current());
    EcpaySays.tell(
        ctx,
        manage.allotted(ApiAccess.merchant(ctx), year),
        allotted -> Replies.json(ctx, TrackView.of(allotted)));
  }

  private void add(Context ctx) {
    TrackRequest.Add add = JsonBody.read(ctx, TrackRequest::add);
    EcpaySays.tell(
        ctx,
        manage.add(ApiAccess.merchant(ctx), add.term(), add.type(), add.range()),
        id -> {
          ctx.status(HttpStatus.CREATED);
          Replies.json(ctx, JsonNodeFactory.instance.objectNode().put("id", id.value()));
        });
  }

  private void change(Context ctx) {
    TrackId track = TrackRequest.id(ctx);
    TrackRequest.Change change = JsonBody.read(ctx, body -> TrackRequest.change(body, current()));
    EcpaySays.tell(
        ctx,
        manage.change(ApiAccess.merchant(ctx), change.term(), track, change.to()),
        _ ->
            Replies.json(
                ctx,
                JsonNodeFactory.instance
                    .objectNode()
                    .put("id", track.value())
                    .put("status", Words.of(change.to().leadsTo()))));
  }

  private Term current() {
    return Term.of(Taipei.dateOf(Instant.now(clock)));
  }
}
