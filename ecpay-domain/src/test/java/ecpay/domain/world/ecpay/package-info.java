/**
 * An ECPay by script: what it would answer and keep, over a line that a test can break, and what it
 * would tell us by itself.
 */
@NullMarked
package ecpay.domain.world.ecpay;

import org.jspecify.annotations.NullMarked;
