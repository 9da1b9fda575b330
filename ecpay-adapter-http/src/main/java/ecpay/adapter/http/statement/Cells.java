package ecpay.adapter.http.statement;

import ecpay.domain.time.Taipei;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the cells of a statement file say. Whatever cannot be read is refused with its column. */
final class Cells {
  private static final Pattern FORMULA = Pattern.compile("=(?:\"(.*)\"|([^\"].*)?)");
  private static final Pattern SUM = Pattern.compile(".{0,10}(?:小計|合計|總計) ?[:：]?");
  private static final Pattern NUMBER =
      Pattern.compile("(-?[0-9]{1,12}(?:\\.[0-9]{1,6})?)(?: *\\(.*\\))?");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}[/-][0-9]{1,2}[/-][0-9]{1,2}");
  private static final int LONGEST_NAME = 64;
  private static final List<DateTimeFormatter> TIMES =
      List.of(form("uuuu-M-d H:mm:ss"), form("uuuu-M-d H:mm"));
  private static final DateTimeFormatter DASHED = form("uuuu-M-d");
  private static final DateTimeFormatter PLAIN = form("uuuuMMdd");

  private Cells() {}

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  /** A cell without the {@code ="..."} or {@code =} that keeps spreadsheets from rounding it. */
  static String plain(String cell) {
    String text = cell.strip();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    Matcher formula = FORMULA.matcher(text);
    if (!formula.matches()) {
      return text;
    }
    String quoted = formula.group(1);
    return (quoted == null ? text.substring(1) : quoted).strip();
  }

  /** Whether it announces a sum, such as {@code 每日小計:}. */
  static boolean isSum(String cell) {
    return SUM.matcher(plain(cell)).matches();
  }

  /** A number or name of up to 64 characters; empty where there is none. */
  static String name(String cell, Column column) {
    if (cell.length() > LONGEST_NAME || cell.chars().anyMatch(c -> c < ' ' || c == '|')) {
      throw new UnreadableCellException(column, "a number of at most 64 characters");
    }
    return cell;
  }

  /** Whole TWD, such as {@code 1,200}, {@code -350} or {@code 1200.00}. */
  static long amount(String cell) {
    try {
      return decimal(cell, Column.AMOUNT)
          .orElseThrow(() -> new UnreadableCellException(Column.AMOUNT, "whole TWD"))
          .longValueExact();
    } catch (ArithmeticException fraction) {
      throw new UnreadableCellException(Column.AMOUNT, "whole TWD");
    }
  }

  /** TWD with decimals, also {@code 27.50(2.75%)}; empty where there is none. */
  static Optional<BigDecimal> decimal(String cell, Column column) {
    String text = cell.replace(",", "").replace("NT$", "").replace("$", "").strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      throw new UnreadableCellException(column, "an amount like 1,200 or 27.50");
    }
    return Optional.of(new BigDecimal(number.group(1)));
  }

  /** A time or a day in Taipei; a day counts from its beginning; empty where there is none. */
  static Optional<Instant> time(String cell, Column column) {
    String text = cell.replace('/', '-');
    return TIMES.stream()
        .flatMap(form -> time(text, form).stream())
        .findFirst()
        .or(() -> day(cell, column).map(day -> day.atStartOfDay(Taipei.ZONE).toInstant()));
  }

  private static Optional<Instant> time(String text, DateTimeFormatter form) {
    try {
      return Optional.of(LocalDateTime.parse(text, form).atZone(Taipei.ZONE).toInstant());
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  /** A day, also with a time behind it; empty where there is none. */
  static Optional<LocalDate> day(String cell, Column column) {
    String text = cell.split(" ", 2)[0];
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          DAY.matcher(text).matches()
              ? LocalDate.parse(text.replace('/', '-'), DASHED)
              : LocalDate.parse(text, PLAIN));
    } catch (DateTimeException _) {
      throw new UnreadableCellException(column, "a day like 2026/11/21 or 20261121");
    }
  }

  /** A cell that does not say what its column is for; its text is not quoted. */
  static final class UnreadableCellException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableCellException(Column column, String expected) {
      super("column " + column.key() + ": expected " + expected);
    }
  }
}
