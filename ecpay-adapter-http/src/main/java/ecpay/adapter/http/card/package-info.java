/** What ECPay is asked about cards, and told to do with them: CreditDetail and DoAction. */
@NullMarked
package ecpay.adapter.http.card;

import org.jspecify.annotations.NullMarked;
