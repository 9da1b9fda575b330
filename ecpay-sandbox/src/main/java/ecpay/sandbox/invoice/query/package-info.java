/** Looking at invoices: one, many, and drawn on a page. */
@NullMarked
package ecpay.sandbox.invoice.query;

import org.jspecify.annotations.NullMarked;
