package ecpay.app.reading;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as people read them, in groups of three digits, whatever the machine's language. */
public final class Figures {
  private Figures() {}

  /** Such as {@code 12,180}. */
  public static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Such as {@code 1,234.5}, with as many decimals as the number has. */
  public static String of(BigDecimal number) {
    return String.format(Locale.ROOT, "%,." + Math.max(number.scale(), 0) + "f", number);
  }

  /** Such as {@code 12,180 TWD}. */
  public static String twd(long amount) {
    return of(amount) + " TWD";
  }

  /** Such as {@code 59.95 TWD}, to the cent. */
  public static String twd(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f TWD", amount);
  }
}
