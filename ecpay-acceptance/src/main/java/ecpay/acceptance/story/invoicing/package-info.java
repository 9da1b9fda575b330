/** An invoice from its number to its void, with the tax authority looking on. */
@NullMarked
package ecpay.acceptance.story.invoicing;

import org.jspecify.annotations.NullMarked;
