package ecpay.acceptance.target;

import java.util.Map;

/**
 * ECPay's public test merchants, printed in its own guides; they work on stage and sandbox only.
 */
final class StageCredentials {
  static final Map<String, String> SETTINGS =
      Map.of(
          "payment.merchant-id", "3002607",
          "payment.hash-key", "pwFHCqoQZGmho4w6",
          "payment.hash-iv", "EkRm7iFT261dpevs",
          "invoice.merchant-id", "2000132",
          "invoice.hash-key", "ejCk326UnaZWKisg",
          "invoice.hash-iv", "q9jcZX8Ib9LM8wYk");

  private StageCredentials() {}
}
