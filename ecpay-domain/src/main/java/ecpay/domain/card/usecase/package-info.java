/**
 * What can be done with an authorised card: ask about it, capture it, watch that it does not lapse.
 */
@NullMarked
package ecpay.domain.card.usecase;

import org.jspecify.annotations.NullMarked;
