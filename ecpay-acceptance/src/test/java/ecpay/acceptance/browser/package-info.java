/** What a person sees, in a real browser. */
@NullMarked
package ecpay.acceptance.browser;

import org.jspecify.annotations.NullMarked;
