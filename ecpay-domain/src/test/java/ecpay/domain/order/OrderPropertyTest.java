package ecpay.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.Rounding;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.property.Property;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.Violations;
import ecpay.domain.text.EcpayText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrderPropertyTest {
  private static final List<String> CHARACTERS =
      List.of("a", "Z", "9", "茶", "＃", "é", "\uD83C\uDF75", "\uD842\uDFB7", ".", "#", "-");
  private static final List<String> WORDS =
      List.of("茶", "book", "rm", "ls", "id", "g++", "7", "x1", "ping", "mail");

  private static String name(RandomGenerator random) {
    StringBuilder name = new StringBuilder();
    int characters = random.nextInt(1, 50);
    for (int i = 0; i < characters; i++) {
      name.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
    }
    return name.toString();
  }

  @Rule("R-ORD-07")
  @Test
  void theItemNameIsAPrefixOfWholeCharacters() {
    Property.of(500)
        .holds(random -> {
          List<OrderLine> lines = new ArrayList<>();
          int count = random.nextInt(1, 12);
          for (int i = 0; i < count; i++) {
            lines.add(
                new OrderLine(
                    name(random),
                    Quantity.of(1),
                    "個",
                    UnitPrice.of(1),
                    Money.of(1),
                    TaxKind.TAXABLE));
          }
          String joined =
              lines.stream()
                  .map(line -> line.name().replace("#", "＃"))
                  .collect(Collectors.joining("#"));
          String itemName =
              new OrderContent(
                      Samples.buyer(),
                      lines,
                      Money.of(count),
                      "x",
                      InvoicePreference.on(new Carrier.Ecpay()))
                  .itemName();
          assertThat(joined).startsWith(itemName);
          assertThat(itemName.length()).isEqualTo(Math.min(joined.length(), wholeCut(joined)));
          assertThat(itemName.codePoints()).noneMatch(OrderPropertyTest::isHalf);
        });
  }

  /** Where a cut at 200 lies that splits nothing, counted character by character. */
  private static int wholeCut(String text) {
    int end = 0;
    while (end < text.length()) {
      int next = end + Character.charCount(text.codePointAt(end));
      if (next > 200) {
        return end;
      }
      end = next;
    }
    return end;
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  @Rule({"R-INV-03", "R-INV-04"})
  @Test
  void anExactAmountAndItsWholeDollarsAlwaysAgree() {
    Property.of(2000)
        .holds(random -> {
          Quantity count = new Quantity(BigDecimal.valueOf(random.nextLong(1, 1_000_000_000), 2));
          UnitPrice price =
              new UnitPrice(BigDecimal.valueOf(random.nextLong(0, 10_000_000_000L), 6));
          BigDecimal exact = price.value().multiply(count.value());
          Money whole = Rounding.toWholeDollars(exact);
          BigInteger twice = exact.multiply(BigDecimal.TWO).toBigInteger(); // floor
          assertThat(whole.twd())
              .isEqualTo(twice.add(BigInteger.ONE).shiftRight(1).longValueExact());
          assertThat(Rounding.isWhole(whole, exact)).isTrue();
          assertThat(Rounding.isWhole(Money.of(whole.twd() + 1), exact)).isFalse();
          long off = random.nextLong(-3, 4);
          if (whole.twd() + off >= 0) {
            Money other = Money.of(whole.twd() + off);
            BigDecimal difference = exact.subtract(BigDecimal.valueOf(other.twd())).abs();
            assertThat(Rounding.agree(price, count, other))
                .isEqualTo(difference.compareTo(BigDecimal.ONE) <= 0);
          }
        });
  }

  @Test
  void amountsAddAndSubtractLikeWholeNumbers() {
    Property.of(1000)
        .holds(random -> {
          long one = random.nextLong(0, 1_000_000_000_000L);
          long other = random.nextLong(0, 1_000_000_000_000L);
          assertThat(Broken.by(() -> Money.of(one).plus(Money.of(other))).isEmpty())
              .isEqualTo(one + other <= 999_999_999_999L);
          assertThat(Broken.by(() -> Money.of(one).minus(Money.of(other))).isEmpty())
              .isEqualTo(one >= other);
          assertThat(Money.of(one).compareTo(Money.of(other))).isEqualTo(Long.compare(one, other));
        });
  }

  @Rule("R-ORD-10")
  @Test
  void aToolIsRefusedExactlyBesideASeparatorWhateverStandsAround() {
    List<String> tools = List.of("rm", "ls", "id", "g++", "ping", "mail");
    List<String> joints = List.of(" ", "  ", ";", "|", "`", "; ", " |", "、");
    Property.of(2000)
        .holds(random -> {
          StringBuilder text = new StringBuilder();
          boolean refused = false;
          String word = "";
          int count = random.nextInt(1, 6);
          for (int i = 0; i < count; i++) {
            String nextJoint = i == 0 ? "" : joints.get(random.nextInt(joints.size()));
            String nextWord = WORDS.get(random.nextInt(WORDS.size()));
            refused |= i > 0 && separates(nextJoint) && tools.contains(word);
            refused |= i > 0 && separates(nextJoint) && tools.contains(nextWord);
            text.append(nextJoint).append(nextWord);
            word = nextWord;
          }
          Violations violations = new Violations();
          EcpayText.screen(violations, "text", text.toString());
          assertThat(
                  Broken.rules(() -> {
                    violations.throwIfAny();
                    return "";
                  }))
              .as(text.toString())
              .hasSize(refused ? 1 : 0);
        });
  }

  private static boolean separates(String joint) {
    return joint.chars().anyMatch(c -> ";|`".indexOf(c) >= 0);
  }
}
