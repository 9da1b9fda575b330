/** The government e-invoice of an order, one type per state; ports to ECPay and to the books. */
@NullMarked
package ecpay.domain.invoice;

import org.jspecify.annotations.NullMarked;
