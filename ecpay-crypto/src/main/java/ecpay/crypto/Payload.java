package ecpay.crypto;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The {@code Data} of ECPG and of the B2C e-invoice: JSON text, through encoder A, AES-128-CBC with
 * PKCS7 padding, in Base64 ({@code crypto.md} section 1). Safe for any number of threads. What is
 * encrypted decrypts to the same text, whatever its characters (R-TRN-12).
 */
public final class Payload {
  /**
   * The longest Base64 text that is read or written: 4 MiB of characters, room for 999 long lines.
   */
  public static final int MAX_CIPHERTEXT = 1 << 22;

  private final SecretKeySpec key;
  private final IvParameterSpec iv;

  private Payload(CryptoKeys keys) {
    key = keys.aesKey();
    iv = keys.aesIv();
  }

  /** The payload codec of one merchant on one service. */
  public static Payload with(CryptoKeys keys) {
    return new Payload(keys);
  }

  /**
   * Encrypts a JSON text of any characters.
   *
   * @return Base64 in the standard alphabet, padded, without line breaks
   * @throws EncodingRefusedException for a lone surrogate, or a result over {@link #MAX_CIPHERTEXT}
   */
  public String encrypt(String json) {
    byte[] encoded = PercentEncoder.FORM.encode(json);
    if (encoded.length >= MAX_CIPHERTEXT / 4 * 3) {
      throw new EncodingRefusedException(
          "a payload of more than " + MAX_CIPHERTEXT + " characters");
    }
    try {
      return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(encoded));
    } catch (BadPaddingException | IllegalBlockSizeException e) {
      throw new IllegalStateException("AES refused to encrypt", e);
    }
  }

  /**
   * Decrypts a {@code Data}. CBC carries no signature: text that is not JSON is as much a failed
   * authentication as a refusal here.
   *
   * @throws PayloadRefusedException for whatever is not a payload under these keys
   */
  public String decrypt(String base64) {
    if (base64.isEmpty() || base64.length() > MAX_CIPHERTEXT || base64.length() % 4 != 0) {
      throw new PayloadRefusedException();
    }
    try {
      byte[] bytes = cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(base64));
      return Utf8.text(bytes, UrlEncoding.decodeInPlace(bytes));
    } catch (IllegalArgumentException
        | BadPaddingException
        | IllegalBlockSizeException
        | EncodingRefusedException _) {
      throw new PayloadRefusedException();
    }
  }

  /**
   * A fresh instance for each call: ciphers cannot be shared, and a ThreadLocal would be filled
   * anew by every virtual thread, which here lives for one request.
   */
  private Cipher cipher(int mode) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(mode, key, iv);
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no AES/CBC/PKCS5Padding", e);
    }
  }
}
