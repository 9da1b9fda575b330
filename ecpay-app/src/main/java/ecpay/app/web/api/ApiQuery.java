package ecpay.app.web.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Set;

/**
 * Refuses a query parameter that no operation knows, and one that is given twice: whoever writes
 * {@code ?dryrun=true} or {@code ?dry_run=false&dry_run=true} wants nothing to happen.
 */
final class QueryNames implements Handler {
  /** Those of the contract. */
  static final Set<String> KNOWN =
      Set.of(
          "after",
          "before",
          "code",
          "date",
          "dry_run",
          "file",
          "from",
          "number",
          "payment",
          "reference",
          "skip",
          "term",
          "to",
          "year");

  @Override
  public void handle(Context ctx) {
    ctx.queryParamMap().forEach(QueryNames::demand);
  }

  private static void demand(String name, List<String> values) {
    if (!KNOWN.contains(name)) {
      throw new BadRequestResponse("there is no query parameter " + name + "; nothing was done");
    }
    if (values.size() > 1) {
      throw new BadRequestResponse("?" + name + "= is given twice; nothing was done");
    }
  }
}
