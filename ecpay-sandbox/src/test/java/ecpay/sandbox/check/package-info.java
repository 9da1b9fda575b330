/** The checks before issuing, over HTTP. */
@NullMarked
package ecpay.sandbox.check;

import org.jspecify.annotations.NullMarked;
