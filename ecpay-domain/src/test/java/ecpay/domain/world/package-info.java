/**
 * A whole shop for the tests of use cases: books in memory, an ECPay by script, a clock by hand.
 */
@NullMarked
package ecpay.domain.world;

import org.jspecify.annotations.NullMarked;
