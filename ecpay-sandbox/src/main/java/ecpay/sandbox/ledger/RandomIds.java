package ecpay.sandbox.ledger;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids that nobody can guess: tokens, page addresses, consent links. */
public final class RandomIds {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomIds() {}

  /** 32 hex digits. */
  public static String next() {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
