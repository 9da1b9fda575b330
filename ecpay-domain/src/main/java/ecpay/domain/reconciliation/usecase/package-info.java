/** Reading statement files, comparing them with our books, and doing something about it. */
@NullMarked
package ecpay.domain.reconciliation.usecase;

import org.jspecify.annotations.NullMarked;
