package ecpay.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.merchant.Service;

/** One operation of ECPay behind the envelope. It acts alone: the ledger's lock is held. */
public interface Operation {
  /** ECPay's path; the name of the operation is its last part. */
  String path();

  Service service();

  /**
   * Acts and gives the answer Data.
   *
   * @throws Refusal when ECPay would say no; then nothing has changed
   */
  ObjectNode perform(Call call);

  /** The answer Data of a refusal; identifiers are empty or absent on failure. */
  default ObjectNode refused(Refusal refusal, String merchantId) {
    return Json.object()
        .put("RtnCode", refusal.code())
        .put("RtnMsg", refusal.message())
        .put("MerchantID", merchantId);
  }

  default String name() {
    return path().substring(path().lastIndexOf('/') + 1);
  }

  default Codes codes() {
    return switch (service()) {
      case PAYMENT -> Codes.PAYMENT;
      case INVOICE -> Codes.INVOICE;
    };
  }

  /** The MerchantID that Data names; missing when it names none. */
  default JsonNode merchantId(ObjectNode data) {
    return data.path("MerchantID");
  }

  /** Whether the answer Data goes out as plain JSON, not encrypted. */
  default boolean answersPlainly() {
    return false;
  }

  /** RtnCode for a Data that names another merchant than the envelope. */
  default int otherMerchantCode() {
    return Codes.OTHER_MERCHANT;
  }
}
