/** What this ECPay knows: trades, invoices, allowances, notices and mails, under one lock. */
@NullMarked
package ecpay.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
