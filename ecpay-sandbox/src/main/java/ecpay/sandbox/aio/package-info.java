/** AIO, the hosted checkout: a shop's browser form in, signed notices out. */
@NullMarked
package ecpay.sandbox.aio;

import org.jspecify.annotations.NullMarked;
