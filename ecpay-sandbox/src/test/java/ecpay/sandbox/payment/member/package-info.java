/** Bound cards over HTTP. */
@NullMarked
package ecpay.sandbox.payment.member;

import org.jspecify.annotations.NullMarked;
