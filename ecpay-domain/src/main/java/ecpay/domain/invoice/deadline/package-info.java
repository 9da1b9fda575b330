/** Until when an invoice may be voided, must be uploaded, and must be able to tell of a win. */
@NullMarked
package ecpay.domain.invoice.deadline;

import org.jspecify.annotations.NullMarked;
