package ecpay.app.web.api.reconciliation;

import ecpay.app.reading.Figures;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.api.ApiAccess;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.json.Replies;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.reconciliation.BrokenStatementException;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementLines;
import ecpay.domain.reconciliation.StatementSource;
import ecpay.domain.reconciliation.usecase.CompareStatement;
import ecpay.domain.reconciliation.usecase.CompareStatement.Result;
import ecpay.domain.reconciliation.usecase.RequestReport;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/** A statement file from the merchant's own disk, read while it comes. */
public final class StatementUpload implements Routes {
  private static final int MOST_AT_ONCE = 2;

  private final RequestReport request;
  private final CompareStatement compare;
  private final StatementSource source;
  private final Reports reports;
  private final Limit limit;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  public StatementUpload(
      RequestReport request,
      CompareStatement compare,
      StatementSource source,
      Reports reports,
      Limit limit) {
    this.request = request;
    this.compare = compare;
    this.source = source;
    this.reports = reports;
    this.limit = limit;
  }

  /** The most bytes of a file. */
  public record Limit(long bytes) {
    public static final Limit USUAL = new Limit(1L << 30);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(ReconciliationRoutes.PATH + "/files", DryRun.impossible(this::upload));
  }

  private void upload(Context ctx) {
    PeriodRequest wanted = PeriodRequest.of(ctx);
    if (ctx.req().getContentLengthLong() > limit.bytes()) {
      throw tooLarge();
    }
    if (!places.tryAcquire()) {
      busy(ctx, MOST_AT_ONCE + " statement files are being read already");
      return;
    }
    try {
      read(ctx, wanted);
    } finally {
      places.release();
    }
  }

  /** A file without a usable header row leaves the report alone. */
  private void read(Context ctx, PeriodRequest wanted) {
    BoundedInput body = body(ctx);
    try (StatementLines lines = source.read(body)) {
      compare(ctx, wanted, lines);
    } catch (BrokenStatementException broken) {
      if (body.isTooLarge()) {
        throw tooLarge();
      }
      String why = broken.getMessage() + " (U-03)";
      new Problem(ProblemCode.STATEMENT_UNREADABLE, why).answer(ctx);
    }
  }

  private void compare(Context ctx, PeriodRequest wanted, StatementLines lines) {
    MerchantId merchant = ApiAccess.merchant(ctx);
    Report before = request.ofOwnFile(merchant, wanted.file(), wanted.period());
    try {
      switch (compare.compare(merchant, before.id(), lines, true)) {
        case Result.Compared(Report compared) -> show(ctx, compared);
        case Result.NothingYet(Report empty, boolean _) -> show(ctx, empty);
        case Result.Busy _ -> busy(ctx, "this report is being read already");
      }
    } catch (RuntimeException broken) {
      request.ownFileBroke(before);
      throw broken;
    }
  }

  private void show(Context ctx, Report report) {
    Replies.json(ctx, StatementView.of(report, reports.counts(report.merchant(), report.id())));
  }

  private BoundedInput body(Context ctx) {
    try {
      return new BoundedInput(ctx.req().getInputStream(), limit.bytes());
    } catch (IOException broken) {
      throw new BadRequestResponse("the body could not be read");
    }
  }

  private ContentTooLargeResponse tooLarge() {
    return new ContentTooLargeResponse(
        "a statement file has at most " + Figures.of(limit.bytes()) + " bytes here");
  }

  private static void busy(Context ctx, String why) {
    new Problem(ProblemCode.READING_BUSY, why + "; try again when it is done")
        .answer(ctx.header("Retry-After", "60"));
  }
}
