package ecpay.app.web.api.refund;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.OrderBooks;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.app.web.Routes;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.EcpaySays;
import ecpay.app.web.api.Requested;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.Replies;
import ecpay.domain.card.CardTrade;
import ecpay.domain.card.usecase.AskAboutCard;
import ecpay.domain.card.usecase.CapturePayment;
import ecpay.domain.payment.Payment;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** A card after its authorisation: what ECPay says of it, and its capture by hand. */
public final class CardRoutes implements Routes {
  private final AskAboutCard ask;
  private final CapturePayment capture;
  private final OrderBooks books;

  public CardRoutes(AskAboutCard ask, CapturePayment capture, OrderBooks books) {
    this.ask = ask;
    this.capture = capture;
    this.books = books;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/v1/payments/{id}/card", this::show);
    routes.post("/api/v1/payments/{id}/capture", DryRun.impossible(this::capture));
  }

  private void show(Context ctx) {
    Payment payment = Requested.payment(ctx, books);
    EcpaySays.tell(
        ctx, ask.ask(payment.merchant(), payment.id()), trade -> Replies.json(ctx, view(trade)));
  }

  private void capture(Context ctx) {
    Payment payment = Requested.payment(ctx, books);
    var _ = JsonBody.read(ctx, body -> body);
    EcpaySays.tell(
        ctx,
        capture.capture(payment.merchant(), payment.id()),
        trade -> Replies.json(ctx, view(trade)));
  }

  private static ObjectNode view(CardTrade trade) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("state", Words.of(trade.state()))
            .put("ecpaySays", trade.word())
            .put("authorized", trade.authorized().twd())
            .put("captured", trade.captured().twd())
            .put("refunded", trade.refunded().twd())
            .put("left", trade.left().twd());
    trade.authorizedAt().ifPresent(at -> view.put("authorizedAt", Times.iso(at)));
    ArrayNode closes = view.putArray("closes");
    for (CardTrade.CloseRecord close : trade.closes()) {
      ObjectNode one =
          closes
              .addObject()
              .put("state", Words.of(close.state()))
              .put("serial", close.serial())
              .put("amount", close.amount());
      close.at().ifPresent(at -> one.put("at", Times.iso(at)));
    }
    return view;
  }
}
