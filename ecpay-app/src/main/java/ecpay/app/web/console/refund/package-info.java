/** Giving money back by hand of a person, and the refunds that wait for one. */
@NullMarked
package ecpay.app.web.console.refund;

import org.jspecify.annotations.NullMarked;
