/** Cards that members have bound or let ECPay remember, and the bindings under way. */
@NullMarked
package ecpay.sandbox.ledger.member;

import org.jspecify.annotations.NullMarked;
