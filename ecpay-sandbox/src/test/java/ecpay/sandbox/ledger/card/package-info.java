/** Authorizations by the clock alone, to the second. */
@NullMarked
package ecpay.sandbox.ledger.card;

import org.jspecify.annotations.NullMarked;
