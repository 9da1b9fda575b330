/** The four kinds of answer to a call: accepted, refused, not sent, unknown. */
@NullMarked
package ecpay.domain.answer;

import org.jspecify.annotations.NullMarked;
