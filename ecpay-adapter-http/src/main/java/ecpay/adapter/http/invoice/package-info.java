/**
 * E-invoices from their issue to their end: one record per operation, named as ECPay names it, with
 * the request it writes and the answer it reads side by side.
 */
@NullMarked
package ecpay.adapter.http.invoice;

import org.jspecify.annotations.NullMarked;
