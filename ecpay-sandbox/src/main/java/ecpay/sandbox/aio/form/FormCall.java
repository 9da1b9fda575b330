package ecpay.sandbox.aio.form;

import ecpay.sandbox.field.Fields;
import ecpay.sandbox.merchant.Merchant;

/**
 * One call whose CheckMacValue is right.
 *
 * @param merchantId the merchant that trades
 * @param platformId the platform it trades through, empty for an ordinary merchant
 * @param signer whose keys signed the request and will sign every answer and notice
 * @param fields the form, for reading with refusals
 * @param from the caller's IP address
 */
public record FormCall(
    String merchantId, String platformId, Merchant signer, Fields fields, String from) {}
