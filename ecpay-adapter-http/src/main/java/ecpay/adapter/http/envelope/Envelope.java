package ecpay.adapter.http.envelope;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Payload;
import ecpay.crypto.PayloadRefusedException;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.EcpayMerchantId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The outer JSON of the AES-JSON services, around the encrypted Data. */
public final class Envelope {
  private Envelope() {}

  /**
   * The keys of an account.
   *
   * @throws IllegalArgumentException if they are none; their text is not quoted
   */
  public static CryptoKeys keys(EcpayAccount account) {
    return CryptoKeys.of(account.credentials().hashKey(), account.credentials().hashIv());
  }

  /**
   * What encrypts and decrypts an account's Data.
   *
   * @throws IllegalArgumentException as {@link #keys}
   */
  public static Payload payload(EcpayAccount account) {
    return Payload.with(keys(account));
  }

  /**
   * A request.
   *
   * @param platform PlatformID, left out for ordinary merchants (R-TRN-10) and by ECPG, whose
   *     envelope names the platform as its merchant (R-TRN-09)
   * @param at when it leaves; ECPay refuses what is older than ten minutes (R-TRN-02)
   * @param revision RqHeader.Revision, left out when empty (D-05, R-TRN-11)
   * @param data the encrypted Data
   */
  public static String seal(
      Optional<EcpayMerchantId> platform,
      EcpayMerchantId merchant,
      Instant at,
      String revision,
      String data) {
    ObjectNode envelope = Fields.empty().object();
    platform.ifPresent(id -> envelope.put("PlatformID", id.value()));
    envelope.put("MerchantID", merchant.value());
    ObjectNode header = envelope.putObject("RqHeader").put("Timestamp", at.getEpochSecond());
    if (!revision.isEmpty()) {
      header.put("Revision", revision);
    }
    return new Fields(envelope.put("Data", data)).json();
  }

  /**
   * Opens an answer or a notice.
   *
   * @throws UnreadableException for what is no envelope, or a Data that these keys do not open
   */
  public static Opened open(String text, Payload payload) {
    return open(text, envelope -> decrypted(envelope, payload));
  }

  /**
   * Opens an answer whose Data may not be encrypted at all (GetIssueList). Not for notices: that
   * the keys open them is all that proves their origin.
   *
   * @throws UnreadableException as {@link #open}
   */
  public static Opened openMaybePlain(String text, Payload payload) {
    return open(text, envelope -> plain(envelope).orElseGet(() -> decrypted(envelope, payload)));
  }

  private static Opened open(String text, Function<Fields, Fields> data) {
    Fields envelope = Fields.read(text);
    OptionalLong transCode = envelope.whole("TransCode");
    if (transCode.isEmpty()) {
      throw new UnreadableException("no TransCode");
    }
    if (transCode.getAsLong() != 1) {
      return new Opened.Rejected(transCode.getAsLong(), envelope.message("TransMsg"));
    }
    return new Opened.Accepted(envelope.text("MerchantID"), data.apply(envelope));
  }

  /** Data as a JSON object, or the text of one. */
  private static Optional<Fields> plain(Fields envelope) {
    if (envelope.object().path("Data") instanceof ObjectNode data) {
      return Optional.of(new Fields(data));
    }
    String text = envelope.text("Data").strip();
    return text.startsWith("{") ? Optional.of(Fields.read(text)) : Optional.empty();
  }

  private static Fields decrypted(Fields envelope, Payload payload) {
    String data = envelope.text("Data");
    if (data.isEmpty()) {
      throw new UnreadableException("no Data");
    }
    try {
      return Fields.read(payload.decrypt(data));
    } catch (PayloadRefusedException _) {
      throw new UnreadableException("a Data that the keys do not open");
    }
  }

  /** What an envelope held. */
  public sealed interface Opened {
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
