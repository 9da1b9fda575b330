package ecpay.crypto;

import java.util.List;

/**
 * What a CheckMacValue is computed over, to be laid beside what the other side computed. It holds
 * the values of the message, so it is for the person who debugs, not for a log. Both keys are
 * masked, also where a field carries one by mistake.
 *
 * @param signingOrder the fields that take part, in the order in which they are signed
 * @param encodedText the text that is hashed, after encoder M with space as {@code +}, with {@code
 *     ****} for each key
 * @param findings sentences about the received value: what it is made of, or which mistakes were
 *     tried in vain; never empty
 */
public record MacDiagnosis(List<Field> signingOrder, String encodedText, List<String> findings) {
  public MacDiagnosis {
    signingOrder = List.copyOf(signingOrder);
    findings = List.copyOf(findings);
  }
}
