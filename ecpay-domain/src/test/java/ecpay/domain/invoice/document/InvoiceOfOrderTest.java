package ecpay.domain.invoice.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ecpay.domain.Samples;
import ecpay.domain.invoice.document.InvoiceOfOrder.Calculated;
import ecpay.domain.invoice.document.InvoiceOfOrder.OrderedPart;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.Company;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderLine;
import ecpay.domain.order.ZeroRating;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvoiceOfOrderTest {
  private static final RelateNumber RELATE = new RelateNumber("INVOICE0001");

  private static OrderContent taxed(Optional<ZeroRating> zeroRating, TaxKind... kinds) {
    List<OrderLine> lines =
        Arrays.stream(kinds)
            .map(kind ->
                new OrderLine("書", Quantity.of(1), "本", UnitPrice.of(10), Money.of(10), kind))
            .toList();
    InvoicePreference preference =
        new InvoicePreference(
            new Carrier.Ecpay(), Optional.empty(), Optional.empty(), Optional.empty(), zeroRating);
    return new OrderContent(Samples.buyer(), lines, Money.of(10L * kinds.length), "書", preference);
  }

  @Rule({"R-INV-03", "R-INV-06"})
  @Test
  void everyLineBecomesAnItemAndTheTotalTheSalesAmount() {
    assertThat(InvoiceOfOrder.document(RELATE, Samples.content()))
        .isEqualTo(Samples.invoiceDocument());
  }

  @Rule("R-INV-09")
  @Test
  void aCompanysInvoiceBearsTheCompanysName() {
    InvoicePreference preference =
        new InvoicePreference(
            new Carrier.Ecpay(),
            Optional.of(new Company(new CompanyNumber("04595257"), "大公司")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(InvoiceOfOrder.document(RELATE, Samples.content(preference)).customerName())
        .isEqualTo("大公司");
  }

  @Rule({"R-INV-16", "R-INV-18", "R-INV-19"})
  @Test
  void theLinesDecideHowTheInvoiceIsTaxed() {
    assertThat(
            InvoiceOfOrder.document(
                    RELATE, taxed(Optional.empty(), TaxKind.TAXABLE, TaxKind.EXEMPT))
                .taxation()
                .tax())
        .isEqualTo(TaxType.MIXED);
    assertThat(
            InvoiceOfOrder.document(RELATE, taxed(Optional.empty(), TaxKind.EXEMPT))
                .taxation()
                .specialRate())
        .hasValue(8);
  }

  @Rule({"R-INV-17", "R-INV-19"})
  @Test
  void anOrderThatNoInvoiceFitsIsRefused() {
    Optional<ZeroRating> rating = Optional.of(new ZeroRating(true, 71));
    assertThat(
            Broken.rules(
                () -> InvoiceOfOrder.document(RELATE, taxed(Optional.empty(), TaxKind.ZERO_RATED))))
        .containsExactly("R-INV-17 invoice.zeroRating");
    assertThat(Broken.rules(() -> InvoiceOfOrder.document(RELATE, taxed(rating, TaxKind.TAXABLE))))
        .containsExactly("R-INV-17 invoice.zeroRating");
    assertThat(
            Broken.rules(() ->
                InvoiceOfOrder.document(RELATE, taxed(rating, TaxKind.ZERO_RATED, TaxKind.EXEMPT))))
        .containsExactly("R-INV-19 items");
  }

  private static OrderedPart part(int line, String quantity) {
    return new OrderedPart(
        line, Optional.of(new Quantity(new BigDecimal(quantity))), Optional.empty());
  }

  private static OrderedPart part(int line, String quantity, long amount) {
    return new OrderedPart(line, part(line, quantity).quantity(), Optional.of(Money.of(amount)));
  }

  private static OrderedPart dollars(int line, long amount) {
    return new OrderedPart(line, Optional.empty(), Optional.of(Money.of(amount)));
  }

  private static OrderedPart rest(int line) {
    return new OrderedPart(line, Optional.empty(), Optional.empty());
  }

  private static Part taken(int line, long units, long amount) {
    return new Part(line, BigDecimal.valueOf(units), Money.of(amount));
  }

  private static Calculated invoiced(List<Part> before, OrderedPart... wanted) {
    OrderContent content = Samples.content();
    return InvoiceOfOrder.of(RELATE, content, content.invoice(), List.of(wanted), before);
  }

  @Rule({"R-INV-03", "R-INV-34"})
  @Test
  void aPartOfALineCostsItsShareAndTheRestTheRest() {
    Calculated first = invoiced(List.of(), part(2, "1"), part(1, "1"));
    assertThat(first.parts()).containsExactly(taken(2, 1, 33), taken(1, 1, 350));
    assertThat(first.document().salesAmount()).isEqualTo(Money.of(383));
    assertThat(first.document().items())
        .extracting(InvoiceItem::sequence, InvoiceItem::name)
        .containsExactly(tuple(1, "書籤"), tuple(2, "小說"));
    Calculated rest = invoiced(first.parts());
    assertThat(rest.parts()).containsExactly(taken(1, 1, 350), taken(2, 2, 67), taken(3, 1, 200));
    assertThat(rest.document().salesAmount()).isEqualTo(Money.of(617));
    assertThat(invoiced(first.parts(), rest(2)).parts()).containsExactly(taken(2, 2, 67));
    List<Part> most = List.of(taken(1, 2, 700), taken(2, 1, 33), taken(3, 1, 200));
    assertThat(invoiced(most).parts()).containsExactly(taken(2, 2, 67));
  }

  @Rule("R-INV-04")
  @Test
  void dollarsAloneAreALotAndAllDollarsTakeTheUnitsAsWell() {
    Calculated down = invoiced(List.of(), dollars(1, 300));
    assertThat(down.parts()).containsExactly(taken(1, 0, 300));
    InvoiceItem lot = down.document().items().getFirst();
    assertThat(lot.count()).isEqualTo(Quantity.of(1));
    assertThat(lot.unit()).isEqualTo("式");
    assertThat(lot.price()).isEqualTo(UnitPrice.of(300));
    Calculated rest = invoiced(down.parts(), dollars(1, 400));
    assertThat(rest.parts()).containsExactly(taken(1, 2, 400));
    assertThat(rest.document().items().getFirst().price()).isEqualTo(UnitPrice.of(200));
    assertThat(rest.document().items().getFirst().unit()).isEqualTo("本");
  }

  @Rule("R-INV-34")
  @Test
  void moreThanIsLeftIsNeverInvoiced() {
    List<Part> before = List.of(taken(1, 1, 350), taken(3, 1, 200));
    assertThat(invoiced(before, part(1, "1", 350)).parts()).containsExactly(taken(1, 1, 350));
    assertThat(
            Broken.rules(
                () -> invoiced(before, part(1, "1.0000001", 351), rest(3), dollars(1, 351))))
        .containsExactly(
            "R-INV-34 lines[0].quantity",
            "R-INV-34 lines[0].amount",
            "R-INV-34 lines[1].line",
            "R-INV-34 lines[2].amount");
    assertThat(Broken.rules(() -> invoiced(before, part(1, "0.5"), part(1, "0.6"))))
        .containsExactly("R-INV-34 lines[1].quantity");
  }

  @Rule("R-INV-06")
  @Test
  void aPartIsOfALineOfTheOrderAndThereAreAtMost999() {
    assertThat(Broken.rules(() -> invoiced(List.of(), rest(0), rest(4))))
        .containsExactly("R-INV-06 lines[0].line", "R-INV-06 lines[1].line");
    OrderedPart[] many = new OrderedPart[1000];
    Arrays.fill(many, dollars(1, 1));
    assertThat(Broken.rules(() -> invoiced(List.of(), many))).containsExactly("R-INV-06 lines");
    OrderedPart[] fewer = Arrays.copyOf(many, 700);
    assertThat(invoiced(List.of(), fewer).document().salesAmount()).isEqualTo(Money.of(700));
    Arrays.fill(many, part(3, "0.001"));
    assertThat(invoiced(List.of(), Arrays.copyOf(many, 999)).parts()).hasSize(999);
  }

  @Rule("R-INV-03")
  @Test
  void anInvoiceOfNothingIsRefused() {
    List<Part> all = List.of(taken(1, 2, 700), taken(2, 3, 100), taken(3, 1, 200));
    assertThat(Broken.rules(() -> invoiced(all))).containsExactly("R-INV-03 lines");
    assertThat(Broken.rules(() -> invoiced(List.of(), part(2, "0.01"))))
        .containsExactly("R-INV-03 lines");
    assertThat(Broken.rules(() -> invoiced(List.of(), dollars(2, 0))))
        .containsExactly("R-INV-03 lines[0].amount");
    assertThat(invoiced(List.of(), part(2, "0.01"), part(1, "1")).parts())
        .containsExactly(new Part(2, new BigDecimal("0.01"), Money.ZERO), taken(1, 1, 350));
    assertThat(invoiced(List.of(), part(1, "1", 0), part(3, "1")).parts())
        .containsExactly(taken(1, 1, 0), taken(3, 1, 200));
  }

  @Rule({"R-INV-17", "R-INV-19"})
  @Test
  void aPartOfAMixedOrderIsTaxedLikeItsOwnLines() {
    Optional<ZeroRating> rating = Optional.of(new ZeroRating(true, 71));
    OrderContent mixed = taxed(rating, TaxKind.TAXABLE, TaxKind.ZERO_RATED);
    InvoiceDocument taxable =
        InvoiceOfOrder.of(RELATE, mixed, mixed.invoice(), List.of(rest(1)), List.of()).document();
    assertThat(taxable.taxation().tax()).isEqualTo(TaxType.TAXABLE);
    assertThat(taxable.taxation().zeroRating()).isEmpty();
    assertThat(taxable.delivery()).isEqualTo(taxed(Optional.empty(), TaxKind.TAXABLE).invoice());
    InvoiceDocument zeroRated =
        InvoiceOfOrder.of(RELATE, mixed, mixed.invoice(), List.of(rest(2)), List.of()).document();
    assertThat(zeroRated.taxation().tax()).isEqualTo(TaxType.ZERO_RATED);
    assertThat(zeroRated.taxation().zeroRating()).isEqualTo(rating);
    assertThat(InvoiceOfOrder.document(RELATE, mixed).taxation().tax()).isEqualTo(TaxType.MIXED);
  }

  @Rule("R-INV-12")
  @Test
  void aPartMayGoElsewhereThanTheOrder() {
    InvoicePreference paper = InvoicePreference.printedFor("臺北市中正區1號");
    Calculated part =
        InvoiceOfOrder.of(RELATE, Samples.content(), paper, List.of(rest(3)), List.of());
    assertThat(part.document().delivery()).isEqualTo(paper);
    assertThat(part.document().salesAmount()).isEqualTo(Money.of(200));
  }
}
