package ecpay.app.web.api.reconciliation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.OrderBooks;
import ecpay.app.web.Routes;
import ecpay.app.web.api.ApiAccess;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.Requested;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.Replies;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.ReportId;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.reconciliation.usecase.RequestReport;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;

/** Reports: asking for one, what there are, one with its differences; and the fees of a payment. */
public final class ReconciliationRoutes implements Routes {
  static final String PATH = "/api/v1/reconciliations";
  private static final int PAGE = 100;
  private static final int MOST_SKIPPED = 10_000_000;

  private final RequestReport request;
  private final Reports reports;
  private final StatementBooks books;
  private final OrderBooks orders;

  public ReconciliationRoutes(
      RequestReport request, Reports reports, StatementBooks books, OrderBooks orders) {
    this.request = request;
    this.reports = reports;
    this.books = books;
    this.orders = orders;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(PATH, DryRun.impossible(this::request));
    routes.get(PATH, this::list);
    routes.get(PATH + "/{id}", this::one);
    routes.get("/api/v1/fees", this::fees);
  }

  private void request(Context ctx) {
    PeriodRequest wanted = JsonBody.read(ctx, PeriodRequest::of);
    Report report = request.request(ApiAccess.merchant(ctx), wanted.file(), wanted.period());
    ctx.status(HttpStatus.ACCEPTED);
    Replies.json(ctx, view(report));
  }

  private void list(Context ctx) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    ArrayNode list = reply.putArray("reports");
    Optional<ReportId> before =
        Optional.ofNullable(ctx.queryParam("before"))
            .filter(id -> !id.isEmpty())
            .map(ReportId::new);
    reports.newest(ApiAccess.merchant(ctx), before, PAGE).forEach(report -> list.add(view(report)));
    Replies.json(ctx, reply);
  }

  private void one(Context ctx) {
    MerchantId merchant = ApiAccess.merchant(ctx);
    Report report =
        reports
            .find(merchant, new ReportId(ctx.pathParam("id")))
            .orElseThrow(() -> new NotFoundResponse("there is no such report"));
    ObjectNode view = view(report);
    ArrayNode differences = view.putArray("differences");
    reports
        .differences(merchant, report.id(), skipped(ctx), PAGE)
        .forEach(kept -> differences.add(StatementView.of(kept)));
    Replies.json(ctx, view);
  }

  private void fees(Context ctx) {
    MerchantId merchant = ApiAccess.merchant(ctx);
    Payment payment =
        orders
            .payment(merchant, Requested.query(ctx, "payment"))
            .orElseThrow(() -> new NotFoundResponse("there is no such payment"));
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    reply.set("fees", StatementView.of(books.fees(merchant, payment.id())));
    Replies.json(ctx, reply);
  }

  private ObjectNode view(Report report) {
    return StatementView.of(report, reports.counts(report.merchant(), report.id()));
  }

  private static int skipped(Context ctx) {
    String text = Optional.ofNullable(ctx.queryParam("skip")).orElse("0");
    try {
      int skip = Integer.parseInt(text);
      if (skip >= 0 && skip <= MOST_SKIPPED) {
        return skip;
      }
    } catch (NumberFormatException _) {
      throw new BadRequestResponse("?skip= is how many differences to leave out");
    }
    throw new BadRequestResponse("?skip= is 0 to " + MOST_SKIPPED);
  }
}
