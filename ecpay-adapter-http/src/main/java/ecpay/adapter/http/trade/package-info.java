/** What ECPay says of a trade, nested as ECPG writes it or flat as AIO does. */
@NullMarked
package ecpay.adapter.http.trade;

import org.jspecify.annotations.NullMarked;
