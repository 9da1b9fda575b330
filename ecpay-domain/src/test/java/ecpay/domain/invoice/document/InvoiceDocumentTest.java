package ecpay.domain.invoice.document;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.ZeroRating;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvoiceDocumentTest {
  private static final Optional<EmailAddress> EMAIL = Optional.of(new EmailAddress("a@b.cc"));
  private static final Optional<PhoneNumber> PHONE = Optional.of(new PhoneNumber("0912345678"));
  private static final Optional<TaxKind> TAXABLE = Optional.of(TaxKind.TAXABLE);
  private static final Optional<TaxKind> ZERO = Optional.of(TaxKind.ZERO_RATED);
  private static final Optional<TaxKind> EXEMPT = Optional.of(TaxKind.EXEMPT);
  private static final Optional<TaxKind> UNNAMED = Optional.empty();
  private static final Optional<ZeroRating> RATED = Optional.of(new ZeroRating(false, 72));

  private static InvoiceItem item(int sequence, Optional<TaxKind> tax, String amount) {
    BigDecimal exact = new BigDecimal(amount);
    return new InvoiceItem(sequence, "書", Quantity.of(1), "本", new UnitPrice(exact), tax, exact);
  }

  private static Taxation taxed(TaxType tax, Optional<ZeroRating> zeroRating) {
    OptionalInt rate = tax == TaxType.EXEMPT ? OptionalInt.of(8) : OptionalInt.empty();
    return new Taxation(InvoiceType.GENERAL, tax, zeroRating, rate);
  }

  private static List<String> broken(Taxation taxation, List<InvoiceItem> items, long amount) {
    return broken("王小明", EMAIL, taxation, items, amount);
  }

  private static List<String> broken(
      String name,
      Optional<EmailAddress> email,
      Taxation taxation,
      List<InvoiceItem> items,
      long amount) {
    return Broken.rules(() ->
        new InvoiceDocument(
            new RelateNumber("INVOICE0001"),
            name,
            email,
            Optional.empty(),
            Samples.content().invoice(),
            taxation,
            items,
            Money.of(amount)));
  }

  private static List<InvoiceItem> kinds(List<Optional<TaxKind>> kinds) {
    return IntStream.range(0, kinds.size()).mapToObj(i -> item(i + 1, kinds.get(i), "10")).toList();
  }

  private static List<String> mixed(
      Optional<ZeroRating> zeroRating, List<Optional<TaxKind>> kinds) {
    return broken(taxed(TaxType.MIXED, zeroRating), kinds(kinds), kinds.size() * 10L);
  }

  private static final Taxation PLAIN = taxed(TaxType.TAXABLE, Optional.empty());

  @Rule("R-INV-03")
  @Test
  void theSalesAmountIsTheSumOfTheItemsHalvesUp() {
    List<InvoiceItem> half = List.of(item(1, TAXABLE, "10.2"), item(2, TAXABLE, "10.3"));
    assertThat(broken(PLAIN, half, 21)).isEmpty();
    assertThat(broken(PLAIN, half, 20)).containsExactly("R-INV-03 salesAmount");
    List<InvoiceItem> less = List.of(item(1, TAXABLE, "10.2"), item(2, TAXABLE, "10.2999999"));
    assertThat(broken(PLAIN, less, 20)).isEmpty();
    assertThat(broken(PLAIN, less, 21)).containsExactly("R-INV-03 salesAmount");
  }

  @Rule("R-INV-03")
  @Test
  void theSalesAmountIsAboveZero() {
    assertThat(broken(PLAIN, List.of(item(1, TAXABLE, "0.4")), 0))
        .containsExactly("R-INV-03 salesAmount");
    assertThat(broken(PLAIN, List.of(item(1, TAXABLE, "0.5")), 1)).isEmpty();
  }

  @Rule({"R-INV-03", "R-INV-05"})
  @Test
  void aSumThatNoInvoiceCanHoldIsToldBesideTheOtherFaults() {
    List<InvoiceItem> items = new ArrayList<>();
    for (int sequence = 1; sequence <= 2; sequence++) {
      items.add(
          new InvoiceItem(
              sequence,
              "機",
              Quantity.of(100),
              "台",
              UnitPrice.of(9_999_999_999L),
              TAXABLE,
              new BigDecimal("999999999900")));
    }
    assertThat(broken(" ", EMAIL, PLAIN, items, 1))
        .containsExactly("R-INV-12 customerName", "R-INV-03 salesAmount");
  }

  @Rule("R-INV-06")
  @Test
  void oneTo999ItemsWithoutARepeatedSequence() {
    List<InvoiceItem> most =
        IntStream.rangeClosed(1, 999).mapToObj(i -> item(i, TAXABLE, "1")).toList();
    assertThat(broken(PLAIN, most, 999)).isEmpty();
    assertThat(broken(PLAIN, List.of(item(7, TAXABLE, "1"), item(7, TAXABLE, "1")), 2))
        .containsExactly("R-INV-06 items");
    assertThat(broken(PLAIN, List.of(), 1))
        .containsExactly("R-INV-06 items", "R-INV-03 salesAmount");
    List<InvoiceItem> tooMany = new ArrayList<>(most);
    tooMany.add(item(999, TAXABLE, "1"));
    assertThat(broken(PLAIN, tooMany, 1000)).containsExactly("R-INV-06 items", "R-INV-06 items");
  }

  @Rule({"R-INV-12", "R-ORD-09", "R-ORD-10"})
  @Test
  void aCustomersNameHasOneTo60CharactersAndIsScreened() {
    List<InvoiceItem> items = List.of(item(1, TAXABLE, "10"));
    assertThat(broken("王".repeat(60), EMAIL, PLAIN, items, 10)).isEmpty();
    assertThat(broken("王".repeat(61), EMAIL, PLAIN, items, 10))
        .containsExactly("R-INV-12 customerName");
    assertThat(broken(" ", EMAIL, PLAIN, items, 10)).containsExactly("R-INV-12 customerName");
    assertThat(broken("<b>; rm", EMAIL, PLAIN, items, 10))
        .containsExactly("R-ORD-09 customerName", "R-ORD-10 customerName");
  }

  @Rule("R-INV-13")
  @Test
  void theBuyerCanBeReached() {
    List<InvoiceItem> items = List.of(item(1, TAXABLE, "10"));
    assertThat(broken("王", Optional.empty(), PLAIN, items, 10)).containsExactly("R-INV-13 email");
    assertThat(
            Broken.rules(() ->
                new InvoiceDocument(
                    new RelateNumber("A"),
                    "王",
                    Optional.empty(),
                    PHONE,
                    Samples.content().invoice(),
                    PLAIN,
                    items,
                    Money.of(10))))
        .isEmpty();
  }

  @Rule("R-INV-19")
  @Test
  void aMixedInvoiceHasTaxableLinesAndOneOtherKind() {
    assertThat(mixed(Optional.empty(), List.of(TAXABLE, EXEMPT))).isEmpty();
    assertThat(mixed(RATED, List.of(TAXABLE, ZERO))).isEmpty();
    assertThat(mixed(Optional.empty(), List.of(TAXABLE, TAXABLE, EXEMPT, EXEMPT))).isEmpty();
    assertThat(mixed(Optional.empty(), List.of(TAXABLE))).containsExactly("R-INV-19 items");
    assertThat(mixed(Optional.empty(), List.of(TAXABLE, TAXABLE)))
        .containsExactly("R-INV-19 items");
    assertThat(mixed(RATED, List.of(TAXABLE, ZERO, EXEMPT))).containsExactly("R-INV-19 items");
    assertThat(mixed(RATED, List.of(ZERO, EXEMPT))).containsExactly("R-INV-19 items");
    assertThat(mixed(Optional.empty(), List.of(TAXABLE, EXEMPT, UNNAMED)))
        .containsExactly("R-INV-19 items");
  }

  @Rule("R-INV-17")
  @Test
  void aMixedInvoiceHasAMarkAndAReasonExactlyWhenALineIsZeroRated() {
    assertThat(mixed(Optional.empty(), List.of(TAXABLE, ZERO)))
        .containsExactly("R-INV-17 zeroRating");
    assertThat(mixed(RATED, List.of(TAXABLE, EXEMPT))).containsExactly("R-INV-17 zeroRating");
  }

  @Rule("R-INV-20")
  @Test
  void aLineOfAnUnmixedInvoiceIsTaxedLikeTheInvoiceOrUnnamed() {
    assertThat(broken(PLAIN, kinds(List.of(TAXABLE, UNNAMED)), 20)).isEmpty();
    assertThat(broken(PLAIN, kinds(List.of(TAXABLE, EXEMPT)), 20))
        .containsExactly("R-INV-20 items");
    Taxation exempt = taxed(TaxType.EXEMPT, Optional.empty());
    assertThat(broken(exempt, kinds(List.of(EXEMPT)), 10)).isEmpty();
    assertThat(broken(exempt, kinds(List.of(ZERO)), 10)).containsExactly("R-INV-20 items");
    Taxation special =
        new Taxation(
            InvoiceType.SPECIAL, TaxType.SPECIAL_RATE, Optional.empty(), OptionalInt.of(1));
    assertThat(broken(special, kinds(List.of(UNNAMED)), 10)).isEmpty();
    assertThat(broken(special, kinds(List.of(TAXABLE)), 10)).containsExactly("R-INV-20 items");
  }
}
