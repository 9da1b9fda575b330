/** The one way in which an operation of ECPay is called, and what became of the call. */
@NullMarked
package ecpay.adapter.http.call;

import org.jspecify.annotations.NullMarked;
