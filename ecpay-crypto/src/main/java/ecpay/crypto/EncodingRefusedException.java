package ecpay.crypto;

/**
 * A text that cannot be encoded or decoded faithfully: a lone surrogate, a broken percent escape,
 * bytes that are not UTF-8, or more than a limit allows. The message says which and, where it
 * helps, at which position; it never quotes the text.
 */
public final class EncodingRefusedException extends RuntimeException {
  EncodingRefusedException(String message) {
    super(message);
  }
}
