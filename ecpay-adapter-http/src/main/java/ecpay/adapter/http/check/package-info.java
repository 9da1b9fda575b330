/** Questions that ECPay passes on to the tax authority. */
@NullMarked
package ecpay.adapter.http.check;

import org.jspecify.annotations.NullMarked;
