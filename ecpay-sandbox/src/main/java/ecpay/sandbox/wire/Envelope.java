package ecpay.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.crypto.Payload;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.merchant.Service;

/** What ECPay sends: answers and ECPG notices, each an envelope (reference README section 6). */
public final class Envelope {
  private Envelope() {}

  /** An accepted envelope around encrypted Data. */
  public static ObjectNode sealed(
      Merchant signer, String merchantId, String platformId, long seconds, ObjectNode data) {
    var ciphertext = Payload.with(signer.keys()).encrypt(Json.write(data));
    // Seeds 003 and 004 show an empty TransMsg, seed 001 "Success".
    var message = signer.service() == Service.INVOICE ? "" : "Success";
    return outer(signer.service(), merchantId, platformId, seconds, 1, message, ciphertext);
  }

  /** An accepted envelope of the e-invoice around Data that is not encrypted. */
  static ObjectNode plain(String merchantId, String platformId, long seconds, ObjectNode data) {
    return outer(Service.INVOICE, merchantId, platformId, seconds, 1, "", Json.write(data));
  }

  static ObjectNode outer(
      Service service,
      String merchantId,
      String platformId,
      long seconds,
      int transCode,
      String transMsg,
      String data) {
    var envelope = Json.object();
    if (service == Service.INVOICE) {
      envelope.put("PlatformID", platformId);
    }
    envelope.put("MerchantID", merchantId);
    envelope.putObject("RpHeader").put("Timestamp", seconds);
    return envelope.put("TransCode", transCode).put("TransMsg", transMsg).put("Data", data);
  }
}
