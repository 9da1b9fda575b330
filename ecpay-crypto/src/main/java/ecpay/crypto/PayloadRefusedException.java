package ecpay.crypto;

/**
 * A ciphertext that is not a readable payload under these keys. All reasons look the same (bad
 * Base64, bad padding, wrong key, broken escape, not UTF-8, too large, empty), so that a sender
 * learns nothing from the refusal; there is no cause and no quotation.
 */
public final class PayloadRefusedException extends RuntimeException {
  PayloadRefusedException() {
    super("the payload cannot be read with these keys");
  }
}
