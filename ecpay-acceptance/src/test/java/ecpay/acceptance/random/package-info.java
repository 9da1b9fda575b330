/** Random orders and returns, calculated by the platform and taken by the sandbox. */
@NullMarked
package ecpay.acceptance.random;

import org.jspecify.annotations.NullMarked;
