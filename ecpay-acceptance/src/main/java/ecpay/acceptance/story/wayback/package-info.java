/** Goods and money come back: refunds by API and by hand, allowances on paper and online. */
@NullMarked
package ecpay.acceptance.story.wayback;

import org.jspecify.annotations.NullMarked;
