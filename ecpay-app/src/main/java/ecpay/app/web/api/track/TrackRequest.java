package ecpay.app.web.api.track;

import ecpay.app.reading.Words;
import ecpay.app.web.json.JsonFields;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.track.Term;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackRange;
import ecpay.domain.track.TrackSwitch;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import org.jspecify.annotations.Nullable;

/** What the routes of tracks are asked for. */
final class TrackRequest {
  private static final Term SOME_TERM = new Term(115, 1);
  private static final TrackRange SOME_RANGE = new TrackRange("AA", "00000000", "00000049");

  private TrackRequest() {}

  record Add(Term term, InvoiceType type, TrackRange range) {}

  record Change(Term term, TrackSwitch to) {}

  /** Of {@code ?year=&term=}; both or neither. */
  static Term term(Context ctx, Term current) {
    String year = ctx.queryParam("year");
    String term = ctx.queryParam("term");
    if (year == null && term == null) {
      return current;
    }
    return new Term(number("year", year), number("term", term));
  }

  /** Of {@code ?year=}. */
  static int year(Context ctx, Term current) {
    String year = ctx.queryParam("year");
    return year == null ? current.rocYear() : number("year", year);
  }

  private static int number(String name, @Nullable String digits) {
    if (digits == null || !digits.matches("[0-9]{1,4}")) {
      throw new BadRequestResponse(
          "?year= is a ROC year such as 115 and ?term= 1 to 6; " + name + " is not");
    }
    return Integer.parseInt(digits);
  }

  static TrackId id(Context ctx) {
    try {
      return new TrackId(ctx.pathParam("id"));
    } catch (RuleViolationException _) {
      throw new NotFoundResponse("there is no such track");
    }
  }

  static Add add(JsonFields body) {
    Term term = requiredTerm(body);
    InvoiceType type =
        body.word("type", Words::invoiceType, Words.of(InvoiceType.values()))
            .orElse(InvoiceType.GENERAL);
    String header = body.requiredText("header", SOME_RANGE.header());
    String start = body.requiredText("start", SOME_RANGE.start());
    String end = body.requiredText("end", SOME_RANGE.end());
    TrackRange range = body.build(() -> new TrackRange(header, start, end), SOME_RANGE);
    return new Add(term, type, range);
  }

  static Change change(JsonFields body, Term current) {
    Term term = body.has("year") || body.has("term") ? requiredTerm(body) : current;
    if (!body.has("status")) {
      body.refuse("status", "is required");
    }
    TrackSwitch to =
        body.word("status", Words::trackSwitch, Words.of(TrackSwitch.values()))
            .orElse(TrackSwitch.PAUSE);
    return new Change(term, to);
  }

  private static Term requiredTerm(JsonFields body) {
    int year =
        body.requiredWhole("year", given -> Math.clamp(given, -1, 1000), SOME_TERM.rocYear());
    int term = body.requiredWhole("term", given -> Math.clamp(given, -1, 1000), SOME_TERM.number());
    return body.build(() -> new Term(year, term), SOME_TERM);
  }
}
