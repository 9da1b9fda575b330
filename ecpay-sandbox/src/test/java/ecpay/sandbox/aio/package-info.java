/** The hosted checkout, held to the reference over HTTP. */
@NullMarked
package ecpay.sandbox.aio;

import org.jspecify.annotations.NullMarked;
