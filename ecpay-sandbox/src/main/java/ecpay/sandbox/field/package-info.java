/** Reading the fields of a decrypted Data object, and refusing them the way ECPay does. */
@NullMarked
package ecpay.sandbox.field;

import org.jspecify.annotations.NullMarked;
