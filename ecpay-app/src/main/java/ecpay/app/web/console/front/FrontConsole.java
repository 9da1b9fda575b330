package ecpay.app.web.console.front;

import ecpay.app.access.ApiKeyGate;
import ecpay.app.reading.OrderBooks;
import ecpay.app.web.Routes;
import ecpay.app.web.console.ConsoleLogin;
import ecpay.app.web.page.Pages;
import ecpay.domain.event.EventLog;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.Order;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.refund.Refunds;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;

/**
 * The first page of the console: finds an order by any of its names, leads to what waits, and shows
 * the newest orders.
 */
public final class FrontConsole implements Routes {
  private final ConsoleLogin login;
  private final OrderBooks books;
  private final EventLog events;
  private final Refunds refunds;
  private final Reports reports;
  private final Pages pages;

  public FrontConsole(
      ApiKeyGate gate,
      OrderBooks books,
      EventLog events,
      Refunds refunds,
      Reports reports,
      Pages pages) {
    this.login = new ConsoleLogin(gate);
    this.books = books;
    this.events = events;
    this.refunds = refunds;
    this.reports = reports;
    this.pages = pages;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/console", this::front);
  }

  private void front(Context ctx) {
    MerchantId merchant = login.merchant(ctx);
    String name = Optional.ofNullable(ctx.queryParam("find")).orElse("").strip();
    List<Order> found = name.isEmpty() ? List.of() : books.ordersNamed(merchant, name);
    if (found.size() == 1) {
      ctx.redirect("/console/orders/" + found.getFirst().id(), HttpStatus.SEE_OTHER);
    } else {
      pages.show(
          ctx,
          "console/front",
          FrontPage.of(
              merchant,
              name,
              found,
              waiting(merchant),
              books.newestOrders(merchant, FrontPage.NEWEST)));
    }
  }

  private Waiting waiting(MerchantId merchant) {
    return Waiting.of(
        events.incidents(merchant, Long.MAX_VALUE, Waiting.MOST + 1),
        refunds.tasks(merchant, "", Waiting.MOST + 1),
        reports.newest(merchant, Optional.empty(), Waiting.FILES).stream()
            .map(report -> reports.counts(merchant, report.id()))
            .toList());
  }
}
