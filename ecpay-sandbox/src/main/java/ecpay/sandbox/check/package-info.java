/** What a merchant asks the tax authority through ECPay before it issues an invoice. */
@NullMarked
package ecpay.sandbox.check;

import org.jspecify.annotations.NullMarked;
