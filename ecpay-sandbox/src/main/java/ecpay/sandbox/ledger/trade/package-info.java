/** Payments as the ledger keeps them: one trade from its token to its end. */
@NullMarked
package ecpay.sandbox.ledger.trade;

import org.jspecify.annotations.NullMarked;
