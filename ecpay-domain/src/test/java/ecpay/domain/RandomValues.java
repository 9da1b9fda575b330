package ecpay.domain;

import ecpay.domain.answer.Delivery;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.InvoiceNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Random texts, numbers and times; names never repeat within one instance. */
final class RandomValues {
  static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  static final String DIGITS = "0123456789";

  private static final String TEXT = "甲乙丙王小明書籤ñß漢𠮷😀xyzQZ0189 '\"\\/+-&%#=?,:~!*()";

  private final Random random;
  private int names;

  RandomValues(Random random) {
    this.random = random;
  }

  /** Upper-case letters and digits. */
  String name() {
    names++;
    return "N" + names + "R" + of(LETTERS, 8);
  }

  /** In whole microseconds, of any year from 1970 to 2100. */
  Instant time() {
    return Instant.ofEpochSecond(
        random.nextLong(4_102_444_800L), random.nextInt(1_000_000) * 1000L);
  }

  BigDecimal decimal(int least, int below, int mostDecimals) {
    int scale = random.nextInt(mostDecimals + 1);
    BigDecimal fraction =
        BigDecimal.valueOf(random.nextLong(BigDecimal.TEN.pow(scale).longValueExact()), scale);
    return fraction.add(BigDecimal.valueOf(least + random.nextInt(below - least)));
  }

  /** One to {@code most} characters that ECPay accepts, not beginning with a space. */
  String text(int most) {
    int[] characters = TEXT.codePoints().toArray();
    StringBuilder text = new StringBuilder("書");
    for (int i = random.nextInt(Math.min(most, 40)); i > 0; i--) {
      String next = Character.toString(characters[random.nextInt(characters.length)]);
      if (text.length() + next.length() <= most) {
        text.append(next);
      }
    }
    return text.toString();
  }

  String of(String alphabet, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  EmailAddress email() {
    return new EmailAddress(of("abc.'+x", 8) + "@example.com");
  }

  PhoneNumber phone() {
    return new PhoneNumber("09" + of(DIGITS, 8));
  }

  /** How far a call has come. */
  Delivery delivery() {
    return oneOf(
        () -> new Delivery.Due(random.nextBoolean()),
        () -> new Delivery.Sent(time(), random.nextBoolean()),
        () -> new Delivery.Lost(time(), random.nextBoolean()));
  }

  InvoiceNumber invoiceNumber() {
    return new InvoiceNumber(of(LETTERS, 2) + of(DIGITS, 8));
  }

  @SafeVarargs
  final <T> T oneOf(Supplier<? extends T>... choices) {
    return choices[random.nextInt(choices.length)].get();
  }
}
