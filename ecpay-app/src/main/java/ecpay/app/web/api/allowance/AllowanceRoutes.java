package ecpay.app.web.api.allowance;

import ecpay.app.reading.OrderBooks;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.Requested;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.Replies;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.usecase.RequestAllowance;
import ecpay.domain.allowance.usecase.RequestAllowance.Result;
import ecpay.domain.merchant.CallbackUrl;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.Order;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Instant;

/** Takes lines of an order's invoice back. */
public final class AllowanceRoutes implements Routes {
  private final RequestAllowance requestAllowance;
  private final Merchants merchants;
  private final OrderBooks books;
  private final Clock clock;

  public AllowanceRoutes(
      RequestAllowance requestAllowance, Merchants merchants, OrderBooks books, Clock clock) {
    this.requestAllowance = requestAllowance;
    this.merchants = merchants;
    this.books = books;
    this.clock = clock;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/api/v1/orders/{id}/allowances", this::request);
  }

  private void request(Context ctx) {
    Order order = Requested.order(ctx, books);
    CallbackUrl consentReturn = merchants.get(order.merchant()).callbacks().allowanceReturn();
    RequestAllowance.Request request =
        JsonBody.read(
            ctx,
            body ->
                AllowanceRequest.read(
                    body, order.content().buyer().email(), consentReturn, Instant.now(clock)));
    if (DryRun.isAsked(ctx)) {
      Replies.json(
          ctx,
          AllowanceView.document(
              requestAllowance.preview(order.merchant(), order.id(), request).document()));
      return;
    }
    switch (requestAllowance.request(order.merchant(), order.id(), request)) {
      case Result.Requested(Allowance allowance) -> {
        ctx.status(HttpStatus.CREATED).header("Location", "/api/v1/allowances/" + allowance.id());
        Replies.json(ctx, AllowanceView.of(allowance));
      }
      case Result.AlreadyRequested(Allowance allowance) ->
          Replies.json(ctx, AllowanceView.of(allowance));
      case Result.ReferenceTaken(AllowanceId by) ->
          new Problem(
                  ProblemCode.REFERENCE_TAKEN,
                  "the reference " + request.reference() + " names another allowance, " + by)
              .answer(ctx);
    }
  }
}
