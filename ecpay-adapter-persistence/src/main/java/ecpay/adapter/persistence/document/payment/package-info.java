/**
 * How a payment's documents are kept: what was offered, what the buyer was told, what ECPay told of
 * the trade, and how far a contract has come.
 */
@NullMarked
package ecpay.adapter.persistence.document.payment;

import org.jspecify.annotations.NullMarked;
