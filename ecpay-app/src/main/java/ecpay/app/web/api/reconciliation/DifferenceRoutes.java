package ecpay.app.web.api.reconciliation;

import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.api.ApiAccess;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.Replies;
import ecpay.domain.reconciliation.DifferenceId;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.usecase.ApplyDifference;
import ecpay.domain.reconciliation.usecase.ApplyDifference.Result;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** Doing what a difference suggests; once, however often it is asked for. */
public final class DifferenceRoutes implements Routes {
  private final ApplyDifference apply;

  public DifferenceRoutes(ApplyDifference apply) {
    this.apply = apply;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(
        ReconciliationRoutes.PATH + "/differences/{id}/apply", DryRun.impossible(this::apply));
  }

  private record Wish(String note, Optional<BigDecimal> there) {}

  private void apply(Context ctx) {
    DifferenceId id = new DifferenceId(ctx.pathParam("id"));
    Wish wish =
        JsonBody.read(
            ctx,
            body ->
                new Wish(
                    body.text("note").orElse(""),
                    body.decimal("there", Function.identity(), BigDecimal.ZERO)));
    switch (apply.apply(ApiAccess.merchant(ctx), id, wish.note, wish.there)) {
      case Result.Applied(KeptDifference applied) -> Replies.json(ctx, StatementView.of(applied));
      case Result.Ended(KeptDifference ended) -> Replies.json(ctx, StatementView.of(ended));
      case Result.NotYet _ ->
          new Problem(
                  ProblemCode.NOT_YET,
                  "no later file has told of this payment; request the report of a later day")
              .answer(ctx);
      case Result.Changed _ ->
          new Problem(
                  ProblemCode.STATEMENT_CHANGED,
                  "the file says something else by now; look at the report again")
              .answer(ctx);
      case Result.NoSuch() -> throw new NotFoundResponse("there is no such difference");
    }
  }
}
