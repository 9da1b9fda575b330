/** What can be done with invoices. */
@NullMarked
package ecpay.domain.invoice.usecase;

import org.jspecify.annotations.NullMarked;
