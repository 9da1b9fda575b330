/** How a buyer may pay: the channel, the methods, and what excludes what. */
@NullMarked
package ecpay.domain.payment.offer;

import org.jspecify.annotations.NullMarked;
