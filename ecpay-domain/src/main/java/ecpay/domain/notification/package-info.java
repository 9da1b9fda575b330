/** What the buyer is told about invoices and allowances through ECPay. */
@NullMarked
package ecpay.domain.notification;

import org.jspecify.annotations.NullMarked;
