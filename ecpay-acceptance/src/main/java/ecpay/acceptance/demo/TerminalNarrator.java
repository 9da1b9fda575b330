package ecpay.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Exchange;
import ecpay.acceptance.actor.Json;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Narrator;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Tells a story on the terminal: chapters, API calls, and what went over the wire to ECPay. */
final class TerminalNarrator implements Narrator {
  private static final int LONGEST_LINE = 400;

  private final PrintStream out;
  private final Paint paint;

  TerminalNarrator(PrintStream out, Paint paint) {
    this.out = out;
    this.paint = paint;
  }

  @Override
  public void chapter(String title) {
    out.println();
    out.println(paint.bold(title));
  }

  @Override
  public void says(String sentence) {
    out.println("  " + sentence);
  }

  @Override
  public void heard(Exchange exchange) {
    out.printf(
        Locale.ROOT,
        "  %s %s %s  %d  %s%n",
        paint.blue(exchange.who()),
        exchange.method(),
        pathOf(exchange.url()),
        exchange.status(),
        paint.dim(exchange.took().toMillis() + " ms"));
    if (exchange.url().contains("/api/")) {
      quote("sent", onOneLine(exchange.request()));
      quote("got", exchange.answer());
    }
  }

  @Override
  public void wire(JsonNode exchange) {
    String arrow = exchange.path("direction").asText().equals("IN") ? "-> ECPay" : "<- ECPay";
    String fault = exchange.path("fault").asText("");
    out.printf(
        Locale.ROOT,
        "  %s %s  %s  %s%s%n",
        paint.green(arrow),
        exchange.path("operation").asText(),
        exchange.path("status").asInt() == 0 ? "no answer" : exchange.path("status").asText(),
        paint.dim(exchange.path("durationMillis").asLong() + " ms"),
        fault.isEmpty() ? "" : "  " + paint.red(fault));
    quote("data", text(exchange.path("requestData")));
    quote(
        "answer",
        exchange.has("answerData")
            ? text(exchange.path("answerData"))
            : exchange.path("answerText").asText(""));
  }

  /** The closing table: each fact, and whether it is as expected. */
  void facts(List<Fact> facts) {
    out.println();
    out.println(paint.bold("The facts, read back from the platform's API and ECPay's own books"));
    for (Fact fact : facts) {
      String mark = fact.holds() ? paint.green("ok  ") : paint.red("NO  ");
      out.println("  " + mark + fact.sentence() + (fact.holds() ? "" : ": " + fact.difference()));
    }
  }

  private void quote(String label, String text) {
    if (!text.isBlank() && !text.startsWith("<")) {
      String line = text.strip();
      String shown =
          line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " ...";
      out.println("      " + paint.dim(label) + " " + shown);
    }
  }

  private static String onOneLine(String json) {
    return json.isBlank() ? "" : Json.read(json).toString();
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? "" : node.toString();
  }

  private static String pathOf(String url) {
    URI uri = URI.create(url);
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }
}
