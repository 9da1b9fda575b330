package ecpay.app.web.console.refund;

import ecpay.app.access.ApiKeyGate;
import ecpay.app.reading.OrderBooks;
import ecpay.app.web.Routes;
import ecpay.app.web.console.ConsoleLogin;
import ecpay.app.web.console.PersonLog;
import ecpay.app.web.console.SameOrigin;
import ecpay.app.web.page.Pages;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.Order;
import ecpay.domain.refund.Refunds;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;

/** What waits for a person, and giving money back by hand of one: the plan first, then the deed. */
public final class RefundConsole implements Routes {
  private static final int MOST_TASKS = 100;

  private final ConsoleLogin login;
  private final PersonLog log;
  private final OrderBooks books;
  private final Refunds refunds;
  private final ConsoleRefunds actions;
  private final Pages pages;

  public RefundConsole(
      ApiKeyGate gate,
      PersonLog log,
      OrderBooks books,
      Refunds refunds,
      ConsoleRefunds actions,
      Pages pages) {
    this.login = new ConsoleLogin(gate);
    this.log = log;
    this.books = books;
    this.refunds = refunds;
    this.actions = actions;
    this.pages = pages;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/console/tasks", this::tasks);
    routes.post("/console/orders/{id}/refund-plan", this::plan);
    routes.post("/console/orders/{id}/refunds", this::giveBack);
  }

  private void tasks(Context ctx) {
    MerchantId merchant = login.merchant(ctx);
    pages.show(ctx, "console/tasks", TasksPage.of(refunds.tasks(merchant, "", MOST_TASKS)));
  }

  private void plan(Context ctx) {
    SameOrigin.demand(ctx);
    pages.show(ctx, "console/refundplan", actions.plan(ctx, order(ctx)));
  }

  private void giveBack(Context ctx) {
    SameOrigin.demand(ctx);
    Order order = order(ctx);
    log.asked(login.person(ctx), Optional.of(order.id()), "give_back", order.id().value());
    actions
        .act(ctx, order)
        .ifPresentOrElse(
            problems -> pages.show(ctx.status(HttpStatus.CONFLICT), "console/refundplan", problems),
            () -> ctx.redirect("/console/orders/" + order.id(), HttpStatus.SEE_OTHER));
  }

  private Order order(Context ctx) {
    return books
        .order(login.merchant(ctx), ctx.pathParam("id"))
        .orElseThrow(() -> new NotFoundResponse("there is no such order"));
  }
}
