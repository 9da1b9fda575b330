/** What an invoice may say, over HTTP. */
@NullMarked
package ecpay.sandbox.invoice.content;

import org.jspecify.annotations.NullMarked;
