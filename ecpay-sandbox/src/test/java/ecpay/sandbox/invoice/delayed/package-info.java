/** Delayed invoices over HTTP, as a merchant and a shop see them. */
@NullMarked
package ecpay.sandbox.invoice.delayed;

import org.jspecify.annotations.NullMarked;
