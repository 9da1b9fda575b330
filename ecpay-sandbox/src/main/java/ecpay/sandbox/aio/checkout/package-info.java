/** AioCheckOut/V5: what it asks of an order, and the pages on which the buyer pays. */
@NullMarked
package ecpay.sandbox.aio.checkout;

import org.jspecify.annotations.NullMarked;
