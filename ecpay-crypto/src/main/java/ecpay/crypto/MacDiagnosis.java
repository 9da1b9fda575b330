package ecpay.crypto;

import java.util.List;

/**
 * What a CheckMacValue is computed over, to be laid beside what the other side computed. It holds
 * the values of the message, so it is for the person who debugs, not for a log; the keys are
 * masked.
 *
 * @param signingOrder the fields that take part, in the order in which they are signed
 * @param encodedText the text that is hashed, after encoder M, with {@code ****} for both keys
 */
public record MacDiagnosis(List<Field> signingOrder, String encodedText) {
  public MacDiagnosis {
    signingOrder = List.copyOf(signingOrder);
  }
}
