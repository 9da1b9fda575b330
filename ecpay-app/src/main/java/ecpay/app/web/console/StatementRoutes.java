package ecpay.app.web.console;

import ecpay.app.access.ApiKeyGate;
import ecpay.app.web.Routes;
import ecpay.app.web.page.Pages;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.ReportId;
import ecpay.domain.reconciliation.Reports;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;

/** The newest comparisons with statement files, and one with its differences. */
public final class StatementRoutes implements Routes {
  private final ConsoleLogin login;
  private final Reports reports;
  private final Pages pages;

  public StatementRoutes(ApiKeyGate gate, Reports reports, Pages pages) {
    this.login = new ConsoleLogin(gate);
    this.reports = reports;
    this.pages = pages;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/console/reconciliations", this::list);
    routes.get("/console/reconciliations/{id}", this::one);
  }

  private void list(Context ctx) {
    MerchantId merchant = login.merchant(ctx);
    pages.show(
        ctx,
        "console/statements",
        StatementsPage.of(
            merchant,
            reports.newest(merchant, Optional.empty(), StatementsPage.SIZE),
            report -> reports.counts(merchant, report)));
  }

  private void one(Context ctx) {
    MerchantId merchant = login.merchant(ctx);
    Report report =
        reports
            .find(merchant, new ReportId(ctx.pathParam("id")))
            .orElseThrow(() -> new NotFoundResponse("there is no such report"));
    pages.show(
        ctx,
        "console/statement",
        StatementPage.of(
            report, reports.differences(merchant, report.id(), 0, StatementPage.SIZE)));
  }
}
