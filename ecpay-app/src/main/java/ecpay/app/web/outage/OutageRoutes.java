package ecpay.app.web.outage;

import ecpay.app.access.NewKey;
import ecpay.app.web.Correlation;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.page.Pages;
import ecpay.domain.transaction.BooksUnavailableException;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers 503 and when to ask again, whatever was asked: a page where people look, a problem
 * elsewhere. To ECPay that is no acknowledgement, so that it sends its callback again (R-CBK-01).
 */
public final class OutageRoutes implements Routes {
  /** Seconds after which asking again is worth while. */
  static final int RETRY_AFTER = 10;

  /** The buyer's pages, and where ECPay sends the buyer's browser back to. */
  private static final Pattern BUYERS =
      Pattern.compile("/(pay|bind)/.*|/callbacks/[^/]+/([a-z-]*payment-result|card-bound)");

  private static final Logger LOG = LoggerFactory.getLogger(OutageRoutes.class);

  private final Pages pages;

  public OutageRoutes(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.exception(BooksUnavailableException.class, this::answer);
  }

  private void answer(BooksUnavailableException outage, Context ctx) {
    // With its cause, which says which database and which wait; nothing of it is answered.
    LOG.warn(
        "{} {} met a database that does not answer",
        ctx.method(),
        NewKey.hiddenIn(ctx.path()),
        outage);
    ctx.header("Retry-After", Integer.toString(RETRY_AFTER));
    if (ctx.path().startsWith("/console")) {
      page(ctx, "console/outage");
    } else if (BUYERS.matcher(ctx.path()).matches()) {
      page(ctx, "checkout/outage");
    } else {
      new Problem(
              ProblemCode.DATABASE_UNAVAILABLE,
              "the database does not answer: ask again after Retry-After, in the same words and"
                  + " with the same reference, and it is done once; a new key or a message has"
                  + " none: look first whether it was added or sent")
          .answer(ctx);
    }
  }

  private void page(Context ctx, String template) {
    ctx.status(ProblemCode.DATABASE_UNAVAILABLE.status());
    pages.show(ctx, template, new OutagePage(RETRY_AFTER, Correlation.of(ctx)));
  }
}
