package ecpay.sandbox.wire;

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

  /** RtnCode for a Data that names another merchant than the envelope. */
  default int otherMerchantCode() {
    return Codes.OTHER_MERCHANT;
  }
}
