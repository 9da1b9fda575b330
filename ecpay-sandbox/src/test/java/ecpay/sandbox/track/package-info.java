/** Number tracks over HTTP, as a merchant and a tester see them. */
@NullMarked
package ecpay.sandbox.track;

import org.jspecify.annotations.NullMarked;
