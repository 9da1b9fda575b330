package ecpay.app.web.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses a query parameter that no operation knows, one that is given twice, and a value that no
 * book can hold: whoever writes {@code ?dryrun=true} or {@code ?dry_run=false&dry_run=true} wants
 * nothing to happen.
 */
final class ApiQuery implements Handler {
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

  private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  @Override
  public void handle(Context ctx) {
    ctx.queryParamMap().forEach(ApiQuery::demand);
  }

  private static void demand(String name, List<String> values) {
    if (!KNOWN.contains(name)) {
      throw new BadRequestResponse("there is no query parameter " + name + "; nothing was done");
    }
    if (values.size() > 1) {
      throw new BadRequestResponse("?" + name + "= is given twice; nothing was done");
    }
    if (values.stream().anyMatch(value -> UNWRITABLE.matcher(value).find())) {
      throw new BadRequestResponse(
          "?" + name + "= has no control characters and no broken Unicode; nothing was done");
    }
  }
}
