/** Periodic contracts as the ledger keeps them: they charge themselves as the clock moves. */
@NullMarked
package ecpay.sandbox.ledger.period;

import org.jspecify.annotations.NullMarked;
