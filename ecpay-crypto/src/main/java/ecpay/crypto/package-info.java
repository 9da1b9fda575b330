/**
 * The two signature schemes of ECPay on the JDK alone: the AES payload ({@link
 * ecpay.crypto.Payload}) and the CheckMacValue ({@link ecpay.crypto.CheckMac}), each with the URL
 * encoder that belongs to it. Nothing here logs, and no text made here holds a key.
 */
@NullMarked
package ecpay.crypto;

import org.jspecify.annotations.NullMarked;
