/** Void and re-issued invoices over HTTP, to the last second of their period. */
@NullMarked
package ecpay.sandbox.invoice.voiding;

import org.jspecify.annotations.NullMarked;
