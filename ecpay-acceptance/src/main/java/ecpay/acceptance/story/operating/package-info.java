/** Those who keep the shop running: on the command line, over the books, with many shops. */
@NullMarked
package ecpay.acceptance.story.operating;

import org.jspecify.annotations.NullMarked;
