/** What the bank holds of a card payment: authorizations, their capture by the clock, refunds. */
@NullMarked
package ecpay.sandbox.ledger.card;

import org.jspecify.annotations.NullMarked;
