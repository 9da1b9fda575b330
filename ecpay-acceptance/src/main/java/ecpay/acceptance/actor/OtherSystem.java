package ecpay.acceptance.actor;

import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Payload;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Another system under the same contract with ECPay, or a person at ECPay's dashboard: what they do
 * the platform is not told of. It bears ECPay's public stage keys.
 */
public final class OtherSystem {
  private static final String MERCHANT = "2000132";
  private static final Payload KEYS =
      Payload.with(CryptoKeys.of("ejCk326UnaZWKisg", "q9jcZX8Ib9LM8wYk"));

  private final URI ecpay;
  private final Web web;

  public OtherSystem(URI ecpay, Web web) {
    this.ecpay = ecpay;
    this.web = web;
  }

  /**
   * Voids an invoice (Invalid).
   *
   * @param now the time at ECPay
   */
  public void voids(String number, LocalDate issuedOn, Instant now) {
    String data =
        """
        {"MerchantID":"%s","InvoiceNo":"%s","InvoiceDate":"%s","Reason":"後台作廢"}\
        """
            .formatted(MERCHANT, number, issuedOn);
    String envelope =
        """
        {"MerchantID":"%s","RqHeader":{"Timestamp":%d},"Data":"%s"}\
        """
            .formatted(MERCHANT, now.getEpochSecond(), KEYS.encrypt(data));
    web.post(ecpay.resolve("/B2CInvoice/Invalid"), "application/json", envelope, Map.of())
        .expect(200);
  }
}
