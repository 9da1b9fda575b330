/** The end of an invoice: voided, or annulled and issued anew. */
@NullMarked
package ecpay.sandbox.invoice.voiding;

import org.jspecify.annotations.NullMarked;
