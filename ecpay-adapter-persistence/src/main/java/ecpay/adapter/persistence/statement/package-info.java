/**
 * Keeps what ECPay's statement files tell: their lines beside our payments, the reports, and the
 * differences found.
 */
@NullMarked
package ecpay.adapter.persistence.statement;

import org.jspecify.annotations.NullMarked;
