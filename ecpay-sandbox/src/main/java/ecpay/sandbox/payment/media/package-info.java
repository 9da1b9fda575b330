/** The statement file of ECPG: what was paid and given back, and when it is disbursed. */
@NullMarked
package ecpay.sandbox.payment.media;

import org.jspecify.annotations.NullMarked;
