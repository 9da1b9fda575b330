/**
 * Stories that read as sentences, played through the public API and the buyer's pages only. {@link
 * ecpay.acceptance.story.FirstLight} is the whole life of an order; each room beside it tells one
 * part of the platform.
 */
@NullMarked
package ecpay.acceptance.story;

import org.jspecify.annotations.NullMarked;
