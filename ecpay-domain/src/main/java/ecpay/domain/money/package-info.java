/** Whole New Taiwan dollars, prices, quantities, and the one place where amounts are rounded. */
@NullMarked
package ecpay.domain.money;

import org.jspecify.annotations.NullMarked;
