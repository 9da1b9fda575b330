/** ECPay's dates. */
@NullMarked
package ecpay.adapter.http.time;

import org.jspecify.annotations.NullMarked;
