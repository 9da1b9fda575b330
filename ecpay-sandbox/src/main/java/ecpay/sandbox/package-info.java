/** An ECPay of our own that works without internet. */
@NullMarked
package ecpay.sandbox;

import org.jspecify.annotations.NullMarked;
