/**
 * Carries text to ECPay and back, within limits of time, size and pace, and tells apart what surely
 * never left, what was answered, and what may have happened. Of what is said it knows the time
 * only.
 */
@NullMarked
package ecpay.adapter.http.transport;

import org.jspecify.annotations.NullMarked;
