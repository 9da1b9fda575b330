/** What the hosted checkout tells a shop of a trade, and the moments at which it does. */
@NullMarked
package ecpay.sandbox.aio.notice;

import org.jspecify.annotations.NullMarked;
