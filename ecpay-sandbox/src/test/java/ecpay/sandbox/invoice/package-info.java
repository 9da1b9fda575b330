/** Notices about invoices and allowances, over HTTP. */
@NullMarked
package ecpay.sandbox.invoice;

import org.jspecify.annotations.NullMarked;
