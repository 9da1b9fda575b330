/** What a shop may do with a trade of the hosted checkout after it was paid. */
@NullMarked
package ecpay.sandbox.aio.action;

import org.jspecify.annotations.NullMarked;
