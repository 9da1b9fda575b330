package ecpay.sandbox.field;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** The formats of single values that several operations share. */
public final class Formats {
  /** Dates of payments: {@code yyyy/MM/dd HH:mm:ss} (R-ORD-11). */
  public static final DateTimeFormatter PAYMENT_TIME = strict("uuuu/MM/dd HH:mm:ss");

  /** Dates of payments without the time of day. */
  public static final DateTimeFormatter PAYMENT_DATE = strict("uuuu/MM/dd");

  /** Dates of invoices: {@code yyyy-MM-dd HH:mm:ss}. */
  public static final DateTimeFormatter INVOICE_TIME = strict("uuuu-MM-dd HH:mm:ss");

  private static final int URL_LENGTH = 200;
  private static final Pattern ALPHANUMERIC = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_{}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private Formats() {}

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  public static boolean isDigits(String text) {
    return !text.isEmpty() && Fields.isDigits(text);
  }

  public static boolean isAlphanumeric(String text) {
    return ALPHANUMERIC.matcher(text).matches();
  }

  /** One address, nothing around it. */
  public static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  /**
   * One or several addresses with {@code ;} between them, blanks around each allowed (seed 004).
   */
  public static boolean isEmailList(String text) {
    for (var address : text.split(";", -1)) {
      if (!isEmail(address.strip())) {
        return false;
      }
    }
    return true;
  }

  /** Whether the text is a real point in time, written {@code yyyy/MM/dd HH:mm:ss}. */
  public static boolean isPaymentTime(String text) {
    try {
      LocalDateTime.parse(text, PAYMENT_TIME);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** A required day written {@code yyyy-MM-dd} or {@code yyyy/MM/dd} (seed 004). */
  public static LocalDate requiredDay(Fields fields, String name) {
    var text = fields.requiredText(name, 10);
    try {
      return LocalDate.parse(text.replace('/', '-'), DateTimeFormatter.ISO_LOCAL_DATE);
    } catch (DateTimeParseException e) {
      throw fields.malformed(name, "must be a date, yyyy-MM-dd");
    }
  }

  /** Like {@link #requiredCallbackUrl}, but the field may be absent or empty. */
  public static String callbackUrl(Fields fields, String name) {
    return fields.text(name, URL_LENGTH).isEmpty() ? "" : requiredCallbackUrl(fields, name);
  }

  /** A required URL that ECPay would call: R-ORD-13, and no shell separators in it (G01). */
  public static String requiredCallbackUrl(Fields fields, String name) {
    var text = fields.requiredText(name, URL_LENGTH);
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw fields.malformed(name, "is not a URL");
    }
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw fields.malformed(name, "must be http or https");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw fields.malformed(name, "needs a host in ASCII (punycode)");
    }
    if (uri.getPort() != -1 && uri.getPort() != (scheme.equals("https") ? 443 : 80)) {
      throw fields.malformed(name, "must use port 80 (http) or 443 (https)");
    }
    if (text.chars().anyMatch(c -> c > 126 || c == ';' || c == '|' || c == '`')) {
      throw fields.malformed(name, "has a character that is not allowed in a URL");
    }
    return text;
  }
}
