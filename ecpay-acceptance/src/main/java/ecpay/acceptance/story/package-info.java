/** Stories that read as sentences, played through the public API and the buyer's pages only. */
@NullMarked
package ecpay.acceptance.story;

import org.jspecify.annotations.NullMarked;
