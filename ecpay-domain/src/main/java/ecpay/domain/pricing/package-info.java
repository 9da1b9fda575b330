/** What a basket costs: discounts, coupons and fees become order lines that add up exactly. */
@NullMarked
package ecpay.domain.pricing;

import org.jspecify.annotations.NullMarked;
