/** A card payment after it was authorised: how it stands at ECPay, and what may be done with it. */
@NullMarked
package ecpay.domain.card;

import org.jspecify.annotations.NullMarked;
