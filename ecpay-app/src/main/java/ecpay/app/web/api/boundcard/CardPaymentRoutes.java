package ecpay.app.web.api.boundcard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.OrderBooks;
import ecpay.app.reading.Words;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.Requested;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.JsonFields;
import ecpay.app.web.json.Replies;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.usecase.PayWithCard;
import ecpay.domain.boundcard.usecase.PayWithCard.Result;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.MemberId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Charges a bound card for an order. */
public final class CardPaymentRoutes implements Routes {
  private static final MemberId SOME_MEMBER = new MemberId("stand-in");
  private static final PaymentId SOME_PAYMENT = new PaymentId("X".repeat(26));

  private final PayWithCard pay;
  private final BoundCards cards;
  private final OrderBooks books;
  private final URI checkoutUrl;

  /**
   * @param checkoutUrl where buyers' pages are
   */
  public CardPaymentRoutes(PayWithCard pay, BoundCards cards, OrderBooks books, URI checkoutUrl) {
    this.pay = pay;
    this.cards = cards;
    this.books = books;
    this.checkoutUrl = checkoutUrl;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/api/v1/orders/{id}/card-payments", DryRun.impossible(this::pay));
  }

  /** Whose card it is must be said, so that nobody pays with another member's. */
  private record Wish(MemberId member, String card, Optional<PaymentId> beside) {
    static Wish read(JsonFields body) {
      return new Wish(
          body.requiredText("member", MemberId::new, SOME_MEMBER),
          body.requiredText("card", "stand-in"),
          body.text("beside", PaymentId::new, SOME_PAYMENT));
    }
  }

  private void pay(Context ctx) {
    Order order = Requested.order(ctx, books);
    Wish wish = JsonBody.read(ctx, Wish::read);
    BoundCard card = Members.card(ctx, cards, wish.member, wish.card);
    switch (pay.pay(order.merchant(), order.id(), card.id(), wish.beside)) {
      case Result.Submitted(Payment payment) -> {
        ctx.status(HttpStatus.CREATED);
        Replies.json(ctx, view(payment));
      }
      case Result.AlreadyPaid() ->
          new Problem(ProblemCode.ALREADY_PAID, "the order is paid").answer(ctx);
      case Result.UnderWay(Payment payment) -> Problem.underWay(payment).answer(ctx);
      case Result.Later(Instant from) -> Problem.triedTooOften(from).answer(ctx);
    }
  }

  /** The order shows the rest of it. */
  private ObjectNode view(Payment payment) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", payment.id().value())
            .put("tradeNo", payment.tradeNo().value())
            .put("amount", payment.attempt().amount().twd())
            .put("state", Words.state(payment));
    switch (payment) {
      case Payment.AwaitingBuyer waiting -> view.put("bankUrl", waiting.page().toString());
      case Payment.Failed failed ->
          view.putObject("failure")
              .put("code", failed.failure().code())
              .put("message", failed.failure().message());
      case Payment.Opening _,
          Payment.Open _,
          Payment.HandedOver _,
          Payment.Submitted _,
          Payment.AwaitingMoney _,
          Payment.Paid _,
          Payment.Expired _ -> {}
    }
    return view.put("resultUrl", checkoutUrl + "/pay/" + payment.id() + "/result");
  }
}
