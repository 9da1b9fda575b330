/** Every way to pay, once and every month, and what goes wrong on the way. */
@NullMarked
package ecpay.acceptance.story.paying;

import org.jspecify.annotations.NullMarked;
