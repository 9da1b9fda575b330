/** Invoices that ECPay keeps and issues later, after days or when triggered. */
@NullMarked
package ecpay.domain.invoice.delay;

import org.jspecify.annotations.NullMarked;
