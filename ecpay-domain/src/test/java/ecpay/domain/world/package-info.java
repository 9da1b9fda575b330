/**
 * A whole shop for the tests of use cases: books in memory, an ECPay by script, a clock by hand,
 * and a port that can fail at any call.
 */
@NullMarked
package ecpay.domain.world;

import org.jspecify.annotations.NullMarked;
