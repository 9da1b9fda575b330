/** Queries, uploads and printed pages over HTTP. */
@NullMarked
package ecpay.sandbox.invoice.query;

import org.jspecify.annotations.NullMarked;
