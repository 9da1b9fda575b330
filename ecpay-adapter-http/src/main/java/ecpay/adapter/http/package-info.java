/** Speaks to ECPay and reads what ECPay sends us. */
@NullMarked
package ecpay.adapter.http;

import org.jspecify.annotations.NullMarked;
