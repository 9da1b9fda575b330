/**
 * Brings an invoice to where its merchant wants it: calls ECPay, asks where an answer was lost, and
 * enters what became of it into the books.
 */
@NullMarked
package ecpay.domain.invoice.usecase.settle;

import org.jspecify.annotations.NullMarked;
