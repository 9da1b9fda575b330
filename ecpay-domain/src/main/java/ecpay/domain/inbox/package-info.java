/** What ECPay sent us, kept before it is acted upon, so that a repeat is recognised. */
@NullMarked
package ecpay.domain.inbox;

import org.jspecify.annotations.NullMarked;
