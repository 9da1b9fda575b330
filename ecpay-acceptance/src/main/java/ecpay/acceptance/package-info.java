/** Stories, architecture rules and the demo. */
@NullMarked
package ecpay.acceptance;

import org.jspecify.annotations.NullMarked;
