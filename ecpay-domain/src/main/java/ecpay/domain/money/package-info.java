/**
 * Whole New Taiwan dollars, prices, quantities, and the one place where amounts are rounded. Here,
 * too, a line is shared among its parts and written as price times count, to the last dollar.
 */
@NullMarked
package ecpay.domain.money;

import org.jspecify.annotations.NullMarked;
