package ecpay.app.web.console.order;

import ecpay.app.access.ApiKeyGate;
import ecpay.app.reading.OrderBooks;
import ecpay.app.web.EarlierEvents;
import ecpay.app.web.Routes;
import ecpay.app.web.console.ConsoleLogin;
import ecpay.app.web.page.Pages;
import ecpay.domain.contract.Contracts;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.event.EventLog;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.Order;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;

/** One order with its timeline, and what a person must look at. */
public final class OrderConsole implements Routes {
  private final ConsoleLogin login;
  private final OrderBooks books;
  private final Contracts contracts;
  private final EventLog events;
  private final Pages pages;

  public OrderConsole(
      ApiKeyGate gate, OrderBooks books, Contracts contracts, EventLog events, Pages pages) {
    this.login = new ConsoleLogin(gate);
    this.books = books;
    this.contracts = contracts;
    this.events = events;
    this.pages = pages;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/console/orders/{id}", this::order);
    routes.get("/console/incidents", this::incidents);
  }

  private void order(Context ctx) {
    MerchantId merchant = login.merchant(ctx);
    Order order =
        books
            .order(merchant, ctx.pathParam("id"))
            .orElseThrow(() -> new NotFoundResponse("there is no such order"));
    OrderBooks.Dossier dossier = books.dossier(order);
    pages.show(ctx, "console/order", OrderPage.of(dossier, books.calls(order), contracts(dossier)));
  }

  /** Those that began with this order, or with one of whose later charges it is. */
  private List<PeriodicContract> contracts(OrderBooks.Dossier dossier) {
    return dossier.payments().stream()
        .filter(payment -> payment.attempt().offer().card().periodic().isPresent())
        .map(payment -> contracts.find(payment.merchant(), payment.tradeNo()))
        .flatMap(Optional::stream)
        .toList();
  }

  private void incidents(Context ctx) {
    MerchantId merchant = login.merchant(ctx);
    long before = EarlierEvents.before(ctx);
    pages.show(
        ctx,
        "console/incidents",
        IncidentsPage.of(
            merchant, before, events.incidents(merchant, before, IncidentsPage.SIZE + 1)));
  }
}
