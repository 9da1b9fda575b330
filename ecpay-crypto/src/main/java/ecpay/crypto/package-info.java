/** The AES payload and the CheckMacValue of ECPay, on the JDK alone. */
@NullMarked
package ecpay.crypto;

import org.jspecify.annotations.NullMarked;
