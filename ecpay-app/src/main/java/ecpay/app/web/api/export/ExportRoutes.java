package ecpay.app.web.api.export;

import static ecpay.domain.rule.Violations.demand;

import ecpay.app.bookkeeping.Export;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.api.ApiAccess;
import ecpay.domain.bookkeeping.Ledger;
import ecpay.domain.bookkeeping.Ledger.TermBooks;
import ecpay.domain.track.Term;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an accountant takes out of the books of a term. */
public final class ExportRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(ExportRoutes.class);
  private static final Pattern TERM = Pattern.compile("([0-9]{3})-([1-6])");

  /** Each holds a connection to the database for as long as its reader takes; there are two. */
  private static final int MOST_AT_ONCE = 2;

  private static final Duration LONGEST = Duration.ofHours(1);

  private final Ledger ledger;
  private final Clock clock;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  public ExportRoutes(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    for (Export export : Export.values()) {
      routes.get("/api/v1/exports/{term}/" + export.file(), ctx -> answer(export, ctx));
    }
  }

  private void answer(Export export, Context ctx) {
    Term term = term(ctx.pathParam("term"));
    if (!places.tryAcquire()) {
      new Problem(
              ProblemCode.EXPORTS_BUSY,
              MOST_AT_ONCE + " exports are being read already; try again when one is done")
          .answer(ctx.header("Retry-After", "60"));
      return;
    }
    try (TermBooks books = ledger.open(ApiAccess.merchant(ctx), term)) {
      ctx.contentType("text/csv; charset=utf-8")
          .header(
              "Content-Disposition",
              "attachment; filename=\"%s-%s\"".formatted(term, export.file()));
      write(export, books, ctx);
    } finally {
      places.release();
    }
  }

  /**
   * What goes wrong once the file has begun breaks the connection: a file that ended as if it were
   * whole would be believed.
   */
  private void write(Export export, TermBooks books, Context ctx) {
    try {
      export.write(
          books, new TimedOutput(ctx.outputStream(), clock, clock.instant().plus(LONGEST)));
    } catch (IOException unread) {
      LOG.info("{} was not read to its end: {}", ctx.path(), unread.getMessage());
      breakOff(ctx, unread);
    } catch (RuntimeException broken) {
      LOG.error("{} broke off", ctx.path(), broken);
      breakOff(ctx, broken);
    }
  }

  private static void breakOff(Context ctx, Exception why) {
    ServletContextRequest.getServletContextRequest(ctx.req()).getServletChannel().abort(why);
  }

  private static Term term(String text) {
    Matcher term = TERM.matcher(text);
    demand(
        term.matches(),
        "R-INV-30",
        "term",
        "a term is a ROC year of three digits and 1 (January and February) to 6 (November and"
            + " December), such as 115-6");
    return new Term(Integer.parseInt(term.group(1)), Integer.parseInt(term.group(2)));
  }
}
