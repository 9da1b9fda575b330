/** Every operation and callback of ECPay's reference, and where this project has it. */
@NullMarked
package ecpay.acceptance.operations;

import org.jspecify.annotations.NullMarked;
