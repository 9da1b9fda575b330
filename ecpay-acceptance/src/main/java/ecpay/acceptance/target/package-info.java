/** Where a story is played: against the sandbox, or against ECPay's stage environment. */
@NullMarked
package ecpay.acceptance.target;

import org.jspecify.annotations.NullMarked;
