/** What ECPay lets through as text: no tags, no words that its edge filter takes for commands. */
@NullMarked
package ecpay.domain.text;

import org.jspecify.annotations.NullMarked;
