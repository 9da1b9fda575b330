package ecpay.app.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;

/** Where a list of events, the newest first, goes on: in the API and in the console. */
public final class EarlierEvents {
  private EarlierEvents() {}

  /**
   * The sequence before which the wanted ones lie; without {@code ?before=} all of them do.
   *
   * @throws BadRequestResponse when {@code ?before=} is no sequence
   */
  public static long before(Context ctx) {
    String sequence = ctx.queryParam("before");
    if (sequence == null) {
      return Long.MAX_VALUE;
    }
    try {
      return Long.parseLong(sequence);
    } catch (NumberFormatException _) {
      throw new BadRequestResponse("?before= is the sequence of an incident");
    }
  }
}
