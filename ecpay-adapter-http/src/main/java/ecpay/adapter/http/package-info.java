/**
 * Speaks to ECPay and reads what ECPay sends us: one room for each service, in it one class per
 * operation, named as ECPay names it, with the request it writes and the answer it reads side by
 * side.
 */
@NullMarked
package ecpay.adapter.http;

import org.jspecify.annotations.NullMarked;
