/** The mails and text messages that the e-invoice writes. */
@NullMarked
package ecpay.sandbox.invoice.mail;

import org.jspecify.annotations.NullMarked;
