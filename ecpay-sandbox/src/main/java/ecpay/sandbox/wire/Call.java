package ecpay.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.merchant.Merchant;

/**
 * One authenticated call of an operation.
 *
 * @param merchantId the merchant that trades (Data's MerchantID)
 * @param platformId the platform it trades through, empty for an ordinary merchant
 * @param signer whose keys encrypted the request and will encrypt every answer and notice
 * @param data the decrypted Data
 * @param fields the same, for reading with refusals
 */
public record Call(
    String merchantId, String platformId, Merchant signer, ObjectNode data, Fields fields) {}
