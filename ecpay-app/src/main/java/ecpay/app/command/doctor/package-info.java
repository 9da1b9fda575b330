/** Finds what stands between ECPay and the platform: what is posted to the callback addresses. */
@NullMarked
package ecpay.app.command.doctor;

import org.jspecify.annotations.NullMarked;
