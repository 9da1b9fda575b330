/** What the sandbox does below every operation. */
@NullMarked
package ecpay.sandbox.wire;

import org.jspecify.annotations.NullMarked;
