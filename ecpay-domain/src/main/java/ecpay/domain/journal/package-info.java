/** Every call to ECPay from intent to answer, so that a crash in between leaves a trace. */
@NullMarked
package ecpay.domain.journal;

import org.jspecify.annotations.NullMarked;
