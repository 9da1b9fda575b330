/** The stories, played. */
@NullMarked
package ecpay.acceptance.story;

import org.jspecify.annotations.NullMarked;
