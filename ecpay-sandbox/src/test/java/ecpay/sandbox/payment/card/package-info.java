/** Capture and refund of cards over HTTP. */
@NullMarked
package ecpay.sandbox.payment.card;

import org.jspecify.annotations.NullMarked;
