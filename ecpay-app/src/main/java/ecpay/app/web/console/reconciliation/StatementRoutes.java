package ecpay.app.web.console.reconciliation;

import ecpay.app.access.ApiKeyGate;
import ecpay.app.web.Bodies;
import ecpay.app.web.Routes;
import ecpay.app.web.console.ConsoleLogin;
import ecpay.app.web.console.PersonLog;
import ecpay.app.web.console.SameOrigin;
import ecpay.app.web.page.Pages;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.reconciliation.DifferenceId;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.ReportId;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.usecase.ApplyDifference;
import ecpay.domain.reconciliation.usecase.ApplyDifference.Result;
import ecpay.domain.rule.RuleViolationException;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Comparisons with statement files, one with its differences, and doing what one suggests. */
public final class StatementRoutes implements Routes {
  private static final String PATH = "/console/reconciliations";

  /** The most bytes of a form. */
  private static final int LIMIT = 4096;

  private final ConsoleLogin login;
  private final PersonLog log;
  private final Reports reports;
  private final ApplyDifference apply;
  private final Pages pages;

  public StatementRoutes(
      ApiKeyGate gate, PersonLog log, Reports reports, ApplyDifference apply, Pages pages) {
    this.login = new ConsoleLogin(gate);
    this.log = log;
    this.reports = reports;
    this.apply = apply;
    this.pages = pages;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(PATH, this::list);
    routes.get(PATH + "/{id}", this::one);
    routes.post(PATH + "/{id}/differences/{difference}", this::apply);
  }

  private void list(Context ctx) {
    MerchantId merchant = login.merchant(ctx);
    Optional<ReportId> before =
        Optional.ofNullable(ctx.queryParam("before"))
            .filter(id -> !id.isEmpty())
            .map(ReportId::new);
    pages.show(
        ctx,
        "console/statements",
        StatementsPage.of(
            merchant,
            reports.newest(merchant, before, StatementsPage.SIZE),
            report -> reports.counts(merchant, report)));
  }

  private void one(Context ctx) {
    show(ctx, report(ctx, login.merchant(ctx)), "");
  }

  private void apply(Context ctx) {
    SameOrigin.demand(ctx);
    ConsoleLogin.Person person = login.person(ctx);
    MerchantId merchant = person.merchant();
    Report report = report(ctx, merchant);
    KeptDifference difference = difference(ctx, report);
    log.asked(
        person,
        difference.difference().about().order(),
        "apply_difference",
        difference.id().value());
    Map<String, String> form = Bodies.form(ctx, LIMIT);
    String note = form.getOrDefault("note", "");
    Optional<BigDecimal> shown = shown(form.getOrDefault("there", ""));
    try {
      switch (apply.apply(merchant, difference.id(), note, shown)) {
        case Result.Applied _, Result.Ended _ ->
            ctx.redirect(PATH + "/" + report.id(), HttpStatus.SEE_OTHER);
        case Result.NotYet(KeptDifference kept) ->
            show(
                ctx.status(HttpStatus.CONFLICT),
                report,
                "No later file has told of %s yet; it stays open."
                    .formatted(kept.difference().about().tradeNo()));
        case Result.Changed(KeptDifference kept) ->
            show(
                ctx.status(HttpStatus.CONFLICT),
                report,
                "The file says something else of %s by now; nothing was done, look again."
                    .formatted(kept.difference().about().tradeNo()));
        case Result.NoSuch() -> throw noSuchDifference();
      }
    } catch (RuleViolationException broken) {
      show(
          ctx.status(HttpStatus.UNPROCESSABLE_CONTENT),
          report,
          "Nothing was done: " + broken.violations().getFirst().message());
    }
  }

  /** What a page showed; what is no amount was shown by none. */
  private static Optional<BigDecimal> shown(String there) {
    Optional<BigDecimal> shown = StatementWords.amount(there);
    if (shown.isEmpty() && !there.isEmpty()) {
      throw new BadRequestResponse("no page of ours shows such an amount");
    }
    return shown;
  }

  private Report report(Context ctx, MerchantId merchant) {
    return reports
        .find(merchant, new ReportId(ctx.pathParam("id")))
        .orElseThrow(() -> new NotFoundResponse("there is no such report"));
  }

  private KeptDifference difference(Context ctx, Report report) {
    return reports
        .findDifference(report.merchant(), new DifferenceId(ctx.pathParam("difference")))
        .filter(kept -> kept.report().equals(report.id()))
        .orElseThrow(StatementRoutes::noSuchDifference);
  }

  private static NotFoundResponse noSuchDifference() {
    return new NotFoundResponse("there is no such difference");
  }

  private void show(Context ctx, Report report, String problem) {
    pages.show(
        ctx,
        "console/statement",
        StatementPage.of(
            report,
            reports.differences(report.merchant(), report.id(), 0, StatementPage.SIZE),
            problem));
  }
}
