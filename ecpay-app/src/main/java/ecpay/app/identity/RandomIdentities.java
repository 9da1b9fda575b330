package ecpay.app.identity;

import ecpay.domain.identity.Identities;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Names in Crockford's base 32 (no I, L, O, U). An id is 48 bits of time in milliseconds and 80
 * random bits, so ids sort by time; a trade number is 100 random bits.
 */
public final class RandomIdentities implements Identities {
  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int BITS = 5;
  private static final int TIME_DIGITS = 10;
  private static final int ID_DIGITS = 26;
  private static final int TRADE_NO_DIGITS = 20;

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  public RandomIdentities(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String nextId() {
    StringBuilder id = new StringBuilder(ID_DIGITS);
    long millis = clock.millis();
    for (int digit = TIME_DIGITS - 1; digit >= 0; digit--) {
      id.append(DIGITS[(int) ((millis >>> (digit * BITS)) & 0x1F)]);
    }
    return appendRandom(id, ID_DIGITS).toString();
  }

  @Override
  public String nextTradeNo() {
    return appendRandom(new StringBuilder(TRADE_NO_DIGITS), TRADE_NO_DIGITS).toString();
  }

  private StringBuilder appendRandom(StringBuilder name, int length) {
    byte[] bytes = new byte[length - name.length()];
    random.nextBytes(bytes);
    for (byte b : bytes) {
      name.append(DIGITS[b & 0x1F]);
    }
    return name;
  }
}
