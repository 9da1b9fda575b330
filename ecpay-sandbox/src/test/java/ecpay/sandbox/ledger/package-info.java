/** The ledger's own rules, to the second. */
@NullMarked
package ecpay.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
