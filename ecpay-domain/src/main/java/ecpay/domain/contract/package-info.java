/** Periodic contracts: a card that is charged again and again, and an order for each charge. */
@NullMarked
package ecpay.domain.contract;

import org.jspecify.annotations.NullMarked;
