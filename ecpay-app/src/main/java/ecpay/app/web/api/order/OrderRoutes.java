package ecpay.app.web.api.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.EventFacts;
import ecpay.app.reading.OrderBooks;
import ecpay.app.reading.Times;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.api.ApiAccess;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.Requested;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.Replies;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.journal.CallJournal.Call;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.usecase.PlaceOrder;
import ecpay.domain.order.usecase.PlaceOrder.Result;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.util.Optional;

/** Orders: place one, look at one, read what happened to it. */
public final class OrderRoutes implements Routes {
  private static final String ORDERS = "/api/v1/orders";
  private static final String ORDER = ORDERS + "/{id}";

  private final PlaceOrder placeOrder;
  private final Merchants merchants;
  private final OrderBooks books;
  private final OrderView view;

  /**
   * @param checkoutUrl where buyers' pages are
   */
  public OrderRoutes(
      PlaceOrder placeOrder, Merchants merchants, OrderBooks books, URI checkoutUrl) {
    this.placeOrder = placeOrder;
    this.merchants = merchants;
    this.books = books;
    this.view = new OrderView(new PaymentView(checkoutUrl));
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(ORDERS, this::place);
    routes.get(ORDERS, this::findByReference);
    routes.get(
        ORDER, ctx -> Replies.json(ctx, view.of(books.dossier(Requested.order(ctx, books)))));
    routes.get(ORDER + "/events", this::events);
    routes.get(ORDER + "/calls", this::calls);
  }

  private void place(Context ctx) {
    Merchant merchant = merchants.get(ApiAccess.merchant(ctx));
    OrderRequest request =
        OrderRequest.read(JsonBody.read(ctx), merchant.invoicing().cardCarriers());
    if (DryRun.isAsked(ctx)) {
      preview(ctx, merchant, request);
      return;
    }
    switch (placeOrder.place(merchant.id(), request.reference(), request.content())) {
      case Result.Placed(Order order) -> {
        ctx.status(HttpStatus.CREATED).header("Location", ORDERS + "/" + order.id());
        Replies.json(ctx, view.of(books.dossier(order)));
      }
      case Result.AlreadyPlaced(Order order) -> Replies.json(ctx, view.of(books.dossier(order)));
      case Result.ReferenceTaken taken -> referenceTaken(ctx, request, taken.by());
    }
  }

  private void preview(Context ctx, Merchant merchant, OrderRequest request) {
    PlaceOrder.check(merchant, request.content());
    Optional<Order> other =
        books
            .orderByReference(merchant.id(), request.reference().value())
            .filter(known -> !known.content().equals(request.content()));
    if (other.isPresent()) {
      referenceTaken(ctx, request, other.get().id());
    } else {
      Replies.json(ctx, OrderPreview.of(request));
    }
  }

  private static void referenceTaken(Context ctx, OrderRequest request, OrderId by) {
    new Problem(
            ProblemCode.REFERENCE_TAKEN,
            "the reference "
                + request.reference()
                + " names another order, "
                + by
                + ", with other content")
        .answer(ctx);
  }

  private void findByReference(Context ctx) {
    String reference = Requested.query(ctx, "reference");
    Optional<Order> order = books.orderByReference(ApiAccess.merchant(ctx), reference);
    Replies.json(
        ctx,
        view.of(
            books.dossier(
                order.orElseThrow(
                    () -> new NotFoundResponse("there is no order with this reference")))));
  }

  private void events(Context ctx) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    ArrayNode events = reply.putArray("events");
    for (RecordedEvent event : books.events(Requested.order(ctx, books))) {
      events
          .addObject()
          .put("sequence", event.sequence())
          .put("at", Times.iso(event.at()))
          .put("type", event.event().getClass().getSimpleName())
          .set("data", Replies.object(EventFacts.of(event.event())));
    }
    Replies.json(ctx, reply);
  }

  private void calls(Context ctx) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    ArrayNode calls = reply.putArray("calls");
    for (Call call : books.calls(Requested.order(ctx, books))) {
      ObjectNode node =
          calls
              .addObject()
              .put("id", call.id())
              .put("operation", call.operation().name())
              .put("openedAt", Times.iso(call.openedAt()));
      call.closedAt().ifPresent(at -> node.put("closedAt", Times.iso(at)));
      node.put("outcome", call.outcome()).put("detail", call.detail());
    }
    Replies.json(ctx, reply);
  }
}
