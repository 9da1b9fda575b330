package ecpay.adapter.http.time;

import ecpay.domain.time.Taipei;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** ECPay's dates, all in Taipei: with slashes in payments (R-ORD-11), with hyphens in invoices. */
public final class WireTime {
  private static final DateTimeFormatter PAYMENT = form("uuuu/MM/dd HH:mm:ss");
  private static final DateTimeFormatter INVOICE = form("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter DAY = form("uuuu-MM-dd");

  /** As the card's detail of AIO tells it: {@code 2016/5/12 下午 07:09:17}. */
  private static final DateTimeFormatter HALF_DAYS =
      DateTimeFormatter.ofPattern("uuuu-M-d a hh:mm:ss", Locale.TAIWAN)
          .withResolverStyle(ResolverStyle.STRICT);

  private WireTime() {}

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  /** {@code yyyy/MM/dd HH:mm:ss}. */
  public static String payment(Instant instant) {
    return PAYMENT.format(instant.atZone(Taipei.ZONE));
  }

  /** {@code yyyy-MM-dd HH:mm:ss}. */
  public static String invoice(Instant instant) {
    return INVOICE.format(instant.atZone(Taipei.ZONE));
  }

  /** {@code yyyy-MM-dd} (R-ALW-31). */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Reads either form, and that of twelve hours in Chinese. */
  public static Optional<Instant> read(String text) {
    String time = text.strip().replace('/', '-');
    DateTimeFormatter form = time.contains("午") ? HALF_DAYS : INVOICE;
    try {
      return Optional.of(LocalDateTime.parse(time, form).atZone(Taipei.ZONE).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Reads a day in either form. */
  public static Optional<LocalDate> readDay(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip().replace('/', '-'), DAY));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Reads a deadline: a second, or a day that counts to its end (D-34). */
  public static Optional<Instant> readDeadline(String text) {
    return read(text).or(() -> readDay(text).map(Taipei::endOf));
  }
}
