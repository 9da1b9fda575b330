/**
 * Attempts to collect the money of an order, one type per state; ports to ECPay and to the books.
 */
@NullMarked
package ecpay.domain.payment;

import org.jspecify.annotations.NullMarked;
