/**
 * What was bought, by whom, for how much, and how its invoice shall be delivered; port {@link
 * ecpay.domain.order.Orders}.
 */
@NullMarked
package ecpay.domain.order;

import org.jspecify.annotations.NullMarked;
