/**
 * The way back: which steps bring money and documents back together, and how far they have come.
 */
@NullMarked
package ecpay.domain.refund;

import org.jspecify.annotations.NullMarked;
