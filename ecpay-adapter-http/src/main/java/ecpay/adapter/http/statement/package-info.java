/**
 * ECPay's statement files: how they are asked for, and how a CSV file of any length becomes lines.
 */
@NullMarked
package ecpay.adapter.http.statement;

import org.jspecify.annotations.NullMarked;
