package ecpay.adapter.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.Json.UnreadableException;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Payload;
import ecpay.crypto.PayloadRefusedException;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.EcpayMerchantId;
import java.time.Instant;
import java.util.OptionalLong;

/** The outer JSON of the AES-JSON services, around the encrypted Data. */
final class Envelope {
  private Envelope() {}

  /**
   * The keys of an account.
   *
   * @throws IllegalArgumentException if they are none; their text is not quoted
   */
  static CryptoKeys keys(EcpayAccount account) {
    return CryptoKeys.of(account.credentials().hashKey(), account.credentials().hashIv());
  }

  /**
   * What encrypts and decrypts an account's Data.
   *
   * @throws IllegalArgumentException as {@link #keys}
   */
  static Payload payload(EcpayAccount account) {
    return Payload.with(keys(account));
  }

  /**
   * A request. No PlatformID: we are an ordinary merchant (R-TRN-10).
   *
   * @param at when it leaves; ECPay refuses what is older than ten minutes (R-TRN-02)
   * @param revision RqHeader.Revision, left out when empty (D-05, R-TRN-11)
   * @param data the encrypted Data
   */
  static String seal(EcpayMerchantId merchant, Instant at, String revision, String data) {
    ObjectNode envelope = Json.object().put("MerchantID", merchant.value());
    ObjectNode header = envelope.putObject("RqHeader").put("Timestamp", at.getEpochSecond());
    if (!revision.isEmpty()) {
      header.put("Revision", revision);
    }
    return Json.write(envelope.put("Data", data));
  }

  /**
   * Opens an answer or a notice.
   *
   * @throws UnreadableException for what is no envelope, or a Data that these keys do not open
   */
  static Opened open(String text, Payload payload) {
    Fields envelope = Json.read(text);
    OptionalLong transCode = envelope.whole("TransCode");
    if (transCode.isEmpty()) {
      throw new UnreadableException("no TransCode");
    }
    if (transCode.getAsLong() != 1) {
      return new Opened.Rejected(transCode.getAsLong(), envelope.message("TransMsg"));
    }
    return new Opened.Accepted(
        envelope.text("MerchantID"), Json.read(decrypt(payload, envelope.text("Data"))));
  }

  private static String decrypt(Payload payload, String data) {
    if (data.isEmpty()) {
      throw new UnreadableException("no Data");
    }
    try {
      return payload.decrypt(data);
    } catch (PayloadRefusedException _) {
      throw new UnreadableException("a Data that the keys do not open");
    }
  }

  /** What an envelope held. */
  sealed interface Opened {
    /**
     * TransCode 1.
     *
     * @param merchantId the outer one, as it stands
     */
    record Accepted(String merchantId, Fields data) implements Opened {}

    /** Another TransCode; its Data is left closed (R-PAY-05). */
    record Rejected(long transCode, String message) implements Opened {}
  }
}
