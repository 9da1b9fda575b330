package ecpay.domain.boundcard;

/**
 * A card that ECPay keeps for a member (R-PAY-14).
 *
 * @param lastFour Card4No, 4 digits or empty
 */
public record KnownCard(BindCardId id, String lastFour) {}
