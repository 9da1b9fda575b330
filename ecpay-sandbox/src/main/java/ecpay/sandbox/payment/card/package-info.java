/** What a merchant does with a card payment afterwards: DoAction and the card's detail (R-CAP). */
@NullMarked
package ecpay.sandbox.payment.card;

import org.jspecify.annotations.NullMarked;
