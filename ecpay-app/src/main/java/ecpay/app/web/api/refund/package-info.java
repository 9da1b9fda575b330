/** The way back, over the API: refunds, their tasks, and cards after their authorisation. */
@NullMarked
package ecpay.app.web.api.refund;

import org.jspecify.annotations.NullMarked;
