/** What can be done with bound cards: bind one, confirm it, pay with it, delete it. */
@NullMarked
package ecpay.domain.boundcard.usecase;

import org.jspecify.annotations.NullMarked;
