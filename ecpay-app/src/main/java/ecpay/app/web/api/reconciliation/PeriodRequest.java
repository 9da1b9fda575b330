package ecpay.app.web.api.reconciliation;

import static ecpay.domain.rule.Violations.demand;

import ecpay.app.web.json.JsonFields;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.rule.Violations;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which file of which days is meant. */
record PeriodRequest(StatementFile file, Period period) {
  private static final String FILES = "TradeNoAio, QueryTradeMedia, FundingReconDetail";

  static PeriodRequest of(JsonFields body) {
    LocalDate standIn = LocalDate.of(2000, 1, 1);
    StatementFile file = body.requiredText("file", PeriodRequest::file, StatementFile.TradeNoAio);
    LocalDate from = body.requiredText("from", PeriodRequest::day, standIn);
    LocalDate to = body.text("to", PeriodRequest::day, standIn).orElse(from);
    return new PeriodRequest(file, body.build(() -> new Period(from, to), Period.of(standIn)));
  }

  static PeriodRequest of(Context ctx) {
    Violations violations = new Violations();
    Violations.Part<StatementFile> file =
        violations.part("file", () -> file(text(ctx.queryParam("file"))));
    Violations.Part<LocalDate> from =
        violations.part("from", () -> day(text(ctx.queryParam("from"))));
    Violations.Part<LocalDate> to =
        violations.part(
            "to",
            () ->
                day(
                    Optional.ofNullable(ctx.queryParam("to"))
                        .orElseGet(() -> text(ctx.queryParam("from")))));
    violations.throwIfAny();
    return new PeriodRequest(file.get(), new Period(from.get(), to.get()));
  }

  private static String text(@Nullable String parameter) {
    return parameter == null ? "" : parameter;
  }

  private static StatementFile file(String name) {
    Optional<StatementFile> file =
        Arrays.stream(StatementFile.values()).filter(one -> one.name().equals(name)).findFirst();
    demand(file.isPresent(), "U-03", "", "one of " + FILES);
    return file.orElseThrow();
  }

  private static LocalDate day(String text) {
    Optional<LocalDate> day = read(text);
    demand(day.isPresent(), "U-03", "", "a day like 2026-11-21");
    return day.orElseThrow();
  }

  private static Optional<LocalDate> read(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
