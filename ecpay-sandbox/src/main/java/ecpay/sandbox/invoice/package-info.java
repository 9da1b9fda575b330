/** The B2C e-invoice: issue, allowances, notifications, and the buyer's consent. */
@NullMarked
package ecpay.sandbox.invoice;

import org.jspecify.annotations.NullMarked;
