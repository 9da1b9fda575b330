/** Who plays in a story: the shop's system, the buyer, and a look into ECPay's own books. */
@NullMarked
package ecpay.acceptance.actor;

import org.jspecify.annotations.NullMarked;
