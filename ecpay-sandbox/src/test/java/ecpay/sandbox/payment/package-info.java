/** Payments over HTTP, as merchants and buyers see them. */
@NullMarked
package ecpay.sandbox.payment;

import org.jspecify.annotations.NullMarked;
