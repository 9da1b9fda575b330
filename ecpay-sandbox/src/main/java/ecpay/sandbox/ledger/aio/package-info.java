/**
 * Payments of the hosted checkout as the ledger keeps them: one trade from its order to its end.
 */
@NullMarked
package ecpay.sandbox.ledger.aio;

import org.jspecify.annotations.NullMarked;
