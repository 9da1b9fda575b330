/** The one clock of the sandbox: it ticks, and tests may move it. */
@NullMarked
package ecpay.sandbox.clock;

import org.jspecify.annotations.NullMarked;
