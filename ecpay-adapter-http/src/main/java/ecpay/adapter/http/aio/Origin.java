package ecpay.adapter.http.aio;

import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.crypto.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a form that ECPay signed from the one that we sign and hand to a buyer's browser, cut at
 * other places: CheckMacValue covers neither the border between two fields nor the case of letters,
 * so that a value with {@code &RtnCode=1} in it signs like a notice (R-CBK-09).
 */
final class Origin {
  /** So that no name takes in what follows it. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,50}");

  /**
   * What only AioCheckOut has. One of them is the first field that it signs, which stays the first
   * one wherever the rest is cut.
   */
  private static final Set<String> OURS = Set.of("bindingcard", "choosepayment");

  /** A field inside the value of another, where nobody reads it. */
  private static final Pattern HIDDEN = Pattern.compile("&[A-Za-z0-9_]{1,50}=");

  /** What decides; spelled otherwise it signs alike, and is not found. */
  private static final Map<String, String> DECISIVE =
      Stream.of("MerchantID", "MerchantTradeNo", "RtnCode", "SimulatePaid", "TotalSuccessTimes")
          .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));

  private Origin() {}

  /**
   * @throws UnreadableException if it may be a form of ours, or one of ECPay's that somebody cut at
   *     other places or spelled otherwise, so that a field of it is not read
   */
  static void demandEcpay(List<Field> fields) {
    for (Field field : fields) {
      if (!NAME.matcher(field.name()).matches()) {
        throw new UnreadableException("a field with a name that ECPay does not use");
      }
      String name = field.name().toLowerCase(Locale.ROOT);
      if (OURS.contains(name)) {
        throw new UnreadableException("a request");
      }
      if (!DECISIVE.getOrDefault(name, field.name()).equals(field.name())) {
        throw new UnreadableException("a field that ECPay spells otherwise");
      }
      if (HIDDEN.matcher(field.value()).find()) {
        throw new UnreadableException("a field inside another");
      }
    }
  }
}
