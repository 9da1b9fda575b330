package ecpay.app.web.api.refund;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.OrderBooks;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.api.ApiAccess;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.EcpaySays;
import ecpay.app.web.api.Requested;
import ecpay.app.web.api.allowance.ConsentRequest;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.JsonFields;
import ecpay.app.web.json.Replies;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.Order;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.refund.PaidByHand;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundId;
import ecpay.domain.refund.RefundPlan;
import ecpay.domain.refund.Refunds;
import ecpay.domain.refund.usecase.ChangeRefund;
import ecpay.domain.refund.usecase.RequestRefund;
import ecpay.domain.refund.usecase.RequestRefund.Result;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives money back, follows it, and tells what waits for a person. */
public final class RefundRoutes implements Routes {
  private static final String REFUND = "/api/v1/refunds/{id}";
  private static final int PAGE = 100;

  private final RequestRefund request;
  private final ChangeRefund change;
  private final Refunds refunds;
  private final Merchants merchants;
  private final OrderBooks books;
  private final Clock clock;

  public RefundRoutes(
      RequestRefund request,
      ChangeRefund change,
      Refunds refunds,
      Merchants merchants,
      OrderBooks books,
      Clock clock) {
    this.request = request;
    this.change = change;
    this.refunds = refunds;
    this.merchants = merchants;
    this.books = books;
    this.clock = clock;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/api/v1/orders/{id}/refunds", this::ofOrder);
    routes.post("/api/v1/payments/{id}/refunds", this::ofPayment);
    routes.get(REFUND, ctx -> Replies.json(ctx, RefundView.of(Requested.refund(ctx, books))));
    routes.post(REFUND + "/continue", DryRun.impossible(this::proceed));
    routes.post(REFUND + "/cancel", DryRun.impossible(this::cancel));
    routes.post(REFUND + "/paid-by-hand", DryRun.impossible(this::paidByHand));
    routes.get("/api/v1/tasks", this::tasks);
  }

  private void ofOrder(Context ctx) {
    Order order = Requested.order(ctx, books);
    refund(ctx, order, () -> request.paymentOf(order.merchant(), order.id()));
  }

  private void ofPayment(Context ctx) {
    var payment = Requested.payment(ctx, books);
    refund(ctx, books.orderOf(payment.merchant(), payment.order()), payment::id);
  }

  private void refund(Context ctx, Order order, Supplier<PaymentId> payment) {
    RefundRequest asked =
        JsonBody.read(
            ctx,
            body ->
                RefundRequest.read(
                    body,
                    order.content().buyer().email(),
                    merchants.get(order.merchant()).callbacks().allowanceReturn(),
                    Instant.now(clock)));
    if (DryRun.isAsked(ctx)) {
      EcpaySays.tell(
          ctx,
          request.preview(order.merchant(), payment.get(), asked.wish()),
          plan -> Replies.json(ctx, RefundView.of(plan)));
      return;
    }
    switch (request.request(
        order.merchant(), payment.get(), asked.reference(), asked.wish(), asked.plan())) {
      case Result.Requested(Refund refund) -> {
        ctx.status(HttpStatus.CREATED).header("Location", "/api/v1/refunds/" + refund.id());
        Replies.json(ctx, RefundView.of(refund));
      }
      case Result.AlreadyRequested(Refund refund) -> Replies.json(ctx, RefundView.of(refund));
      case Result.ReferenceTaken(RefundId by) ->
          new Problem(
                  ProblemCode.REFERENCE_TAKEN,
                  "the reference " + asked.reference() + " names another refund, " + by)
              .answer(ctx);
      case Result.PlanChanged(RefundPlan now) ->
          new Problem(
                  ProblemCode.PLAN_CHANGED,
                  "the plan is "
                      + now.digest()
                      + " by now, and not the one that was seen; nothing was done: look at it with"
                      + " ?dry_run=true")
              .answer(ctx);
      case Result.Unavailable(String reason) ->
          new Problem(
                  ProblemCode.ECPAY_NOT_ASKED,
                  "ECPay did not say how the card stands, nothing was done; try again ("
                      + reason
                      + ")")
              .answer(ctx);
    }
  }

  private void proceed(Context ctx) {
    Refund refund = Requested.refund(ctx, books);
    Order order = books.orderOf(refund.merchant(), refund.order());
    Optional<Consent> consent = JsonBody.read(ctx, body -> consent(body, order));
    EcpaySays.tell(
        ctx,
        change.proceed(refund.merchant(), refund.id(), consent),
        after -> Replies.json(ctx, RefundView.of(after)));
  }

  private Optional<Consent> consent(JsonFields body, Order order) {
    return ConsentRequest.read(
        body,
        order.content().buyer().email(),
        merchants.get(order.merchant()).callbacks().allowanceReturn(),
        Instant.now(clock));
  }

  private void cancel(Context ctx) {
    Refund refund = Requested.refund(ctx, books);
    var _ = JsonBody.read(ctx, body -> body);
    Refund after = change.cancel(refund.merchant(), refund.id());
    ctx.status(after.isOpen() ? HttpStatus.ACCEPTED : HttpStatus.OK);
    Replies.json(ctx, RefundView.of(after));
  }

  private void paidByHand(Context ctx) {
    Refund refund = Requested.refund(ctx, books);
    PaidByHand evidence =
        JsonBody.read(ctx, body -> RefundRequest.paidByHand(body, Instant.now(clock)));
    Replies.json(ctx, RefundView.of(change.paidByHand(refund.merchant(), refund.id(), evidence)));
  }

  private void tasks(Context ctx) {
    String after = Objects.requireNonNullElse(ctx.queryParam("after"), "");
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    ArrayNode tasks = reply.putArray("tasks");
    refunds
        .tasks(ApiAccess.merchant(ctx), after, PAGE)
        .forEach(refund -> tasks.add(RefundView.of(refund)));
    Replies.json(ctx, reply);
  }
}
