/** Bound cards: a member binds them, looks at them, and takes them back (section 5 of ECPG). */
@NullMarked
package ecpay.sandbox.payment.member;

import org.jspecify.annotations.NullMarked;
