/** The buyer's pages around ECPay's embedded payment form. */
@NullMarked
package ecpay.app.web.checkout;

import org.jspecify.annotations.NullMarked;
