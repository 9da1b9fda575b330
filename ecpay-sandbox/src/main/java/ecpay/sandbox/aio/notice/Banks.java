package ecpay.sandbox.aio.notice;

import java.util.Map;

/** The three digits by which a transfer names its bank. */
public final class Banks {
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("BOT", "004"),
          Map.entry("LAND", "005"),
          Map.entry("FIRST", "007"),
          Map.entry("FUBON", "012"),
          Map.entry("CATHAY", "013"),
          Map.entry("PANHSIN", "118"),
          Map.entry("ESUN", "808"),
          Map.entry("KGI", "809"),
          Map.entry("TAISHIN", "812"),
          Map.entry("TACHONG", "814"),
          Map.entry("CHINATRUST", "822"));

  private Banks() {}

  public static String code(String brand) {
    return CODES.getOrDefault(brand, "812");
  }
}
