/** JSON as ECPay writes and reads it: exact numbers, read with tolerance for their types. */
@NullMarked
package ecpay.adapter.http.json;

import org.jspecify.annotations.NullMarked;
