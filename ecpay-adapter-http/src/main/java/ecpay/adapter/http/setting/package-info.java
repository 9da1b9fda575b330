/** What an operator may set about the way to ECPay, and what is refused before anything starts. */
@NullMarked
package ecpay.adapter.http.setting;

import org.jspecify.annotations.NullMarked;
