/** The guard of the rule ids: cited ones exist, and the story's rules are all tested. */
@NullMarked
package ecpay.acceptance.rules;

import org.jspecify.annotations.NullMarked;
