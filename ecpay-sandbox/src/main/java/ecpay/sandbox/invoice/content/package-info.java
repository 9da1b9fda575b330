/** What an invoice may say: the checks of an Issue's Data, and the tax inside its amounts. */
@NullMarked
package ecpay.sandbox.invoice.content;

import org.jspecify.annotations.NullMarked;
