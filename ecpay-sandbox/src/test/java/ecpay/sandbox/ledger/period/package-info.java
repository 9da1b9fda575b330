/** Contracts by the clock alone. */
@NullMarked
package ecpay.sandbox.ledger.period;

import org.jspecify.annotations.NullMarked;
