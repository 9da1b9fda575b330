/** What a shop may ask about its trades of the hosted checkout. */
@NullMarked
package ecpay.sandbox.aio.query;

import org.jspecify.annotations.NullMarked;
