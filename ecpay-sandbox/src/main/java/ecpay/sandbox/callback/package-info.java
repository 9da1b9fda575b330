/** What the sandbox sends by itself: callbacks, their repeats, and the way to the shop. */
@NullMarked
package ecpay.sandbox.callback;

import org.jspecify.annotations.NullMarked;
