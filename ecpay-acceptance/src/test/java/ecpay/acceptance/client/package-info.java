/** Shops that other people's published ECPay clients make, against the sandbox. */
@NullMarked
package ecpay.acceptance.client;

import org.jspecify.annotations.NullMarked;
