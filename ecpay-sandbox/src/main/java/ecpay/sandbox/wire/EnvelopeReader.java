package ecpay.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.crypto.Payload;
import ecpay.crypto.PayloadRefusedException;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.ForbiddenText;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.merchant.Merchants;
import ecpay.sandbox.merchant.Service;
import java.util.Set;

/** Opens a request envelope: header, merchant, keys, and the merchant inside Data. */
final class EnvelopeReader {
  /** How far a time stamp may be from the sandbox's clock (reference README section 5). */
  private static final long WINDOW_SECONDS = 600;

  /** From here on a Unix time can only be meant in milliseconds. */
  private static final long MILLISECONDS_FROM = 100_000_000_000L;

  private static final String FAIL = "Fail";
  private static final Set<String> REVISIONS = Set.of("", "3.0.0");

  private final Merchants merchants;
  private final SandboxClock clock;

  EnvelopeReader(Merchants merchants, SandboxClock clock) {
    this.merchants = merchants;
    this.clock = clock;
  }

  /**
   * An envelope whose Data could be read.
   *
   * @param outerId the envelope's MerchantID
   * @param platformId the envelope's PlatformID (e-invoice only), may be empty
   */
  record Opened(Merchant signer, String outerId, String platformId, ObjectNode data) {}

  /** Checks the outer layer and decrypts. */
  Opened open(ObjectNode envelope, Service service) throws TransRefusal {
    checkHeader(envelope.path("RqHeader"), service);
    var outerId = idOf(envelope.path("MerchantID"));
    var platformId = service == Service.INVOICE ? idOf(envelope.path("PlatformID")) : "";
    var signer = platformId.isEmpty() ? merchant(service, outerId) : platform(outerId, platformId);
    return new Opened(signer, outerId, platformId, decrypt(signer, envelope.path("Data")));
  }

  /**
   * Checks what every operation asks of its Data.
   *
   * @throws Refusal by merchant, platform or forbidden text
   */
  Call call(Opened opened, Operation operation) {
    var call =
        switch (operation.service()) {
          case PAYMENT -> paymentCall(operation, opened.signer(), opened.data());
          case INVOICE -> invoiceCall(operation, opened);
        };
    ForbiddenText.screen(opened.data());
    return call;
  }

  private void checkHeader(JsonNode header, Service service) throws TransRefusal {
    var timestamp = header.path("Timestamp");
    if (!timestamp.isIntegralNumber() || !timestamp.canConvertToLong()) {
      throw new TransRefusal(FAIL, "RqHeader.Timestamp is missing or no whole number");
    }
    if (timestamp.asLong() >= MILLISECONDS_FROM) {
      throw new TransRefusal(FAIL, "RqHeader.Timestamp is in milliseconds, not in seconds");
    }
    var distance = clock.age(timestamp.asLong());
    if (Math.abs(distance) > WINDOW_SECONDS) {
      throw new TransRefusal(
          "Timestamp expired",
          "RqHeader.Timestamp is " + distance + " s behind the sandbox's clock; 600 s are allowed");
    }
    if (service == Service.PAYMENT && header.has("Revision")) {
      throw new TransRefusal(FAIL, "RqHeader.Revision must not be sent to ECPG (R-TRN-11)");
    }
    if (service == Service.INVOICE && !REVISIONS.contains(header.path("Revision").asText(""))) {
      throw new TransRefusal(FAIL, "RqHeader.Revision is neither absent nor 3.0.0 (D-05)");
    }
  }

  private Merchant merchant(Service service, String id) throws TransRefusal {
    return merchants
        .find(service, id)
        .orElseThrow(
            () -> new TransRefusal(FAIL, "MerchantID is unknown to the service " + service));
  }

  private Merchant platform(String outerId, String platformId) throws TransRefusal {
    var platform = merchant(Service.INVOICE, platformId);
    if (!platform.bound().contains(outerId)) {
      throw new TransRefusal(FAIL, "MerchantID is not bound to PlatformID");
    }
    return platform;
  }

  private static ObjectNode decrypt(Merchant signer, JsonNode data) throws TransRefusal {
    if (!data.isTextual() || data.asText().isEmpty()) {
      throw new TransRefusal(FAIL, "Data is missing");
    }
    String json;
    try {
      json = Payload.with(signer.keys()).decrypt(data.asText());
    } catch (PayloadRefusedException e) {
      throw new TransRefusal(FAIL, "Data does not decrypt with this merchant's keys");
    }
    return Json.readObject(json)
        .orElseThrow(() -> new TransRefusal(FAIL, "decrypted Data is no JSON object"));
  }

  /** ECPG: the platform is named inside Data, and is the outer merchant (README section 7). */
  private static Call paymentCall(Operation operation, Merchant signer, ObjectNode data) {
    var fields = Fields.of(data, operation.codes());
    var platformId = fields.text("PlatformID", 10);
    var merchantId = dataMerchant(operation, data);
    if (platformId.isEmpty()) {
      if (signer.isPlatform()) {
        throw fields.missing("PlatformID");
      }
      requireSame(operation, signer.id(), merchantId);
      return new Call(merchantId, "", signer, data, fields);
    }
    if (!signer.isPlatform() || !platformId.equals(signer.id())) {
      throw fields.malformed("PlatformID", "is not the platform of this envelope");
    }
    if (!signer.bound().contains(merchantId)) {
      throw fields.malformed("MerchantID", "is not bound to this platform");
    }
    return new Call(merchantId, platformId, signer, data, fields);
  }

  private static Call invoiceCall(Operation operation, Opened opened) {
    requireSame(operation, opened.outerId(), dataMerchant(operation, opened.data()));
    var fields = Fields.of(opened.data(), operation.codes());
    return new Call(opened.outerId(), opened.platformId(), opened.signer(), opened.data(), fields);
  }

  private static String dataMerchant(Operation operation, ObjectNode data) {
    var id = idOf(operation.merchantId(data));
    if (id.isEmpty()) {
      throw new Refusal(Codes.NO_MERCHANT, "Parameter MerchantID is required.");
    }
    return id;
  }

  private static void requireSame(Operation operation, String outerId, String dataId) {
    if (!outerId.equals(dataId)) {
      throw new Refusal(
          operation.otherMerchantCode(), "Parameter MerchantID differs from the envelope's.");
    }
  }

  static String idOf(JsonNode node) {
    return node.isTextual() || node.isIntegralNumber() ? node.asText() : "";
  }
}
