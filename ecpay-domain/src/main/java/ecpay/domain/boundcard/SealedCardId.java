package ecpay.domain.boundcard;

/**
 * A {@link BindCardId} as the books keep it: encrypted, and of use for one card only (R-PAY-14).
 *
 * @param key the name of the key that sealed it; empty where that was not written down
 * @param text Base64
 */
public record SealedCardId(String key, String text) {}
