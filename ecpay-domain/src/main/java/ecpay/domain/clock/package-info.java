/**
 * How far our clock is from ECPay's, which takes no request that is stamped ten minutes away
 * (R-TRN-03); port {@link ecpay.domain.clock.ClockListener}.
 */
@NullMarked
package ecpay.domain.clock;

import org.jspecify.annotations.NullMarked;
