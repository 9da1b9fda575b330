package ecpay.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The public stage keys of the reference, and what the tests share. */
final class Samples {
  static final String PAYMENT_KEY = "pwFHCqoQZGmho4w6";
  static final String PAYMENT_IV = "EkRm7iFT261dpevs";
  static final CryptoKeys PAYMENT = CryptoKeys.of(PAYMENT_KEY, PAYMENT_IV);
  static final String INVOICE_KEY = "ejCk326UnaZWKisg";
  static final String INVOICE_IV = "q9jcZX8Ib9LM8wYk";
  static final CryptoKeys INVOICE = CryptoKeys.of(INVOICE_KEY, INVOICE_IV);

  /** The fields of example B, the allowance callback of seed 004, without its signature. */
  static final List<Field> CONSENT =
      List.of(
          new Field("RtnCode", "1"),
          new Field("RtnMsg", ""),
          new Field("IA_Allow_No", "1909181313013546"),
          new Field("IA_Invoice_No", "UV11100019"),
          new Field("IA_Date", "2019-09-18 13:13:23"),
          new Field("IIS_Remain_Allowance_Amt", "0"));

  private Samples() {}

  /** Fields from alternating names and values. */
  static List<Field> fields(String... namesAndValues) {
    return IntStream.range(0, namesAndValues.length / 2)
        .mapToObj(i -> new Field(namesAndValues[2 * i], namesAndValues[2 * i + 1]))
        .toList();
  }

  /** The fields with a signature behind them. */
  static List<Field> signed(List<Field> fields, String mac) {
    return with(fields, new Field("CheckMacValue", mac));
  }

  /** The fields with one more behind them. */
  static List<Field> with(List<Field> fields, Field more) {
    return IntStream.rangeClosed(0, fields.size())
        .mapToObj(i -> i < fields.size() ? fields.get(i) : more)
        .toList();
  }

  /** AES by the JDK's own hand over any bytes, for ciphertexts that no honest sender makes. */
  static String aes(byte[] plain, String padding) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/" + padding);
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(INVOICE_KEY.getBytes(US_ASCII), "AES"),
          new IvParameterSpec(INVOICE_IV.getBytes(US_ASCII)));
      return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a property for a number of seeds; a failure names its seed. */
  static void forSeeds(int count, Consumer<Random> property) {
    for (long seed = 1; seed <= count; seed++) {
      try {
        property.accept(new Random(seed));
      } catch (Throwable failure) {
        throw new AssertionError("the property fails for seed " + seed, failure);
      }
    }
  }

  /**
   * A text of up to {@code max} code points: half of them ASCII, the others from all of Unicode.
   */
  static String text(Random random, int max) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(max + 1); left > 0; left--) {
      text.appendCodePoint(random.nextBoolean() ? random.nextInt(0x80) : codePoint(random));
    }
    return text.toString();
  }

  private static int codePoint(Random random) {
    int codePoint = random.nextInt(Character.MAX_CODE_POINT + 1);
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
        ? 'x'
        : codePoint;
  }

  /** All code points but surrogates, in texts of 4,096. */
  static List<String> allOfUnicode() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT >> 12)
        .mapToObj(block ->
            IntStream.range(block << 12, (block + 1) << 12)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString())
        .toList();
  }
}
