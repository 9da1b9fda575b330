/** The statement file over HTTP. */
@NullMarked
package ecpay.sandbox.payment.media;

import org.jspecify.annotations.NullMarked;
