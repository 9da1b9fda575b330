package ecpay.sandbox.payment.media;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.TextOperation;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * {@code /1.0.0/Cashier/QueryTradeMedia}: the statement of a span of days as CSV text
 * (payments-ecpg.md section 8).
 */
final class QueryTradeMedia implements TextOperation {
  private final Ledger ledger;
  private final SandboxClock clock;

  QueryTradeMedia(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/1.0.0/Cashier/QueryTradeMedia";
  }

  @Override
  public Service service() {
    return Service.PAYMENT;
  }

  @Override
  public int otherMerchantCode() {
    return Codes.OTHER_MERCHANT_AT_ECPAYMENT;
  }

  @Override
  public String write(Call call) {
    var fields = call.fields();
    var byDisbursement = fields.requiredChoice("DateType", Set.of("1", "2")).equals("2");
    var begin = day(fields, "BeginDate");
    var end = day(fields, "EndDate");
    if (end.isBefore(begin) || end.isAfter(begin.plusMonths(1))) {
      throw fields.malformed("EndDate", "must be from BeginDate to a month after it");
    }
    var type = fields.choice("PaymentType", Set.of("01", "02", "03", "04", "05"));
    var today = clock.now().toLocalDate();
    Predicate<Line> wanted =
        line -> {
          var date = byDisbursement ? line.disbursed() : line.settled();
          return !date.isBefore(begin)
              && !date.isAfter(end)
              && !date.isAfter(today)
              && (type.isEmpty() || line.code().equals(type));
        };
    return csv(
        ledger.trades().all().stream()
            .filter(trade -> trade.terms().merchantId().equals(call.merchantId()))
            .flatMap(Line::of)
            .filter(wanted)
            .toList());
  }

  private static LocalDate day(Fields fields, String name) {
    try {
      return LocalDate.parse(fields.requiredText(name, 10), DateTimeFormatter.ISO_LOCAL_DATE);
    } catch (DateTimeParseException e) {
      throw fields.malformed(name, "must be yyyy-MM-dd");
    }
  }

  private String csv(Collection<Line> lines) {
    var asFormula = ledger.switches().mediaCellsAsFormula();
    var text = new StringBuilder(row(Line.HEADER, asFormula)).append("\r\n");
    for (var line : lines) {
      ledger
          .misprints()
          .printed(line.merchantTradeNo(), Line.HEADER, line.cells())
          .map(cells -> cells.stream().map(Object::toString).toList())
          .ifPresent(cells -> text.append(row(cells, asFormula)).append("\r\n"));
    }
    return text.toString();
  }

  /** Spreadsheets keep long numbers whole when the cell is written as a formula. */
  private static String row(List<String> cells, boolean asFormula) {
    return String.join(",", asFormula ? cells.stream().map(c -> "=\"" + c + "\"").toList() : cells);
  }
}
