/**
 * Who sells: identity, accounts at ECPay, policies and callback addresses; port {@link
 * ecpay.domain.merchant.Merchants}.
 */
@NullMarked
package ecpay.domain.merchant;

import org.jspecify.annotations.NullMarked;
