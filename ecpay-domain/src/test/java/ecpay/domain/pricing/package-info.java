/** Proofs that a basket's order adds up, and random baskets for the rooms that follow. */
@NullMarked
package ecpay.domain.pricing;

import org.jspecify.annotations.NullMarked;
