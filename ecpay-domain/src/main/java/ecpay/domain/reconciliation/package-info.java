/**
 * Our books beside ECPay's statement files: what a file tells, where the two differ, what to do
 * about it, and the fees that were billed.
 */
@NullMarked
package ecpay.domain.reconciliation;

import org.jspecify.annotations.NullMarked;
