package ecpay.domain.allowance.document;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.document.AllowanceOfInvoice.Calculated;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.InvoiceItem;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.invoice.document.Taxation;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReturnsTest {
  private static ReturnedLine goods(int line, String quantity) {
    return new ReturnedLine(line, new Quantity(new BigDecimal(quantity)), Optional.empty());
  }

  private static ReturnedLine goods(int line, String quantity, long amount) {
    return new ReturnedLine(
        line, new Quantity(new BigDecimal(quantity)), Optional.of(Money.of(amount)));
  }

  private static ReturnedLine dollars(int line, long amount) {
    return new ReturnedLine(line, Optional.empty(), Optional.of(Money.of(amount)));
  }

  private static Part taken(int line, long units, long amount) {
    return new Part(line, BigDecimal.valueOf(units), Money.of(amount));
  }

  private static InvoiceItem item(
      int sequence, String name, String price, String amount, TaxKind tax) {
    return new InvoiceItem(
        sequence,
        name,
        Quantity.of(1),
        "本",
        new UnitPrice(new BigDecimal(price)),
        Optional.of(tax),
        new BigDecimal(amount));
  }

  private static Invoice.Issued invoice(long total, InvoiceItem... items) {
    InvoiceDocument document =
        new InvoiceDocument(
            new RelateNumber("R"),
            "王小明",
            Samples.buyer().email(),
            Samples.buyer().phone(),
            Samples.content().invoice(),
            Taxation.of(
                Arrays.stream(items).map(item -> item.tax().orElseThrow()).toList(),
                Optional.empty()),
            List.of(items),
            Money.of(total));
    return Invoice.request(
            new Invoice.Draft(
                new InvoiceId("R"),
                Samples.SHOP,
                Samples.ORDER,
                InvoiceReference.OF_PAYMENT,
                document,
                List.of(),
                Optional.empty(),
                Samples.NOW))
        .issued(Samples.invoiceFacts());
  }

  private static Calculated returned(
      Invoice.Issued invoice, List<Part> before, ReturnedLine... lines) {
    return AllowanceOfInvoice.of(
        invoice, Samples.onlineConsent(), Optional.empty(), List.of(lines), before, false);
  }

  private static Calculated returned(List<Part> before, ReturnedLine... lines) {
    return returned(Samples.issuedInvoice(), before, lines);
  }

  @Rule({"R-ALW-03", "R-ALW-05"})
  @Test
  void goodsGoBackForTheirShareOfWhatIsLeftOfTheirLine() {
    Calculated first = returned(List.of(), goods(2, "1"));
    assertThat(first.parts()).containsExactly(taken(2, 1, 33));
    Calculated second = returned(first.parts(), goods(2, "1"), goods(2, "1"));
    assertThat(second.parts()).containsExactly(taken(2, 1, 34), taken(2, 1, 33));
    assertThat(second.document().amount()).isEqualTo(Money.of(67));
    assertThat(returned(List.of(taken(2, 0, 40)), goods(2, "3")).document().amount())
        .isEqualTo(Money.of(60));
  }

  @Rule({"R-ALW-05", "R-ALW-07"})
  @Test
  void dollarsAloneReduceThePriceAndLeaveTheUnits() {
    Calculated reduced = returned(List.of(), dollars(1, 50));
    assertThat(reduced.parts()).containsExactly(taken(1, 0, 50));
    AllowanceItem item = reduced.document().items().getFirst();
    assertThat(item.count()).isEqualTo(Quantity.of(1));
    assertThat(item.price()).isEqualTo(UnitPrice.of(50));
    assertThat(item.unit()).isEqualTo("式");
    assertThat(item.name()).isEqualTo("小說");
    assertThat(returned(reduced.parts(), goods(1, "2")).parts()).containsExactly(taken(1, 2, 650));
  }

  @Rule("R-ALW-07")
  @Test
  void goodsMayGoBackForAnotherAmountThanTheirShare() {
    AllowanceItem item = returned(List.of(), goods(1, "2", 500)).document().items().getFirst();
    assertThat(item.price()).isEqualTo(UnitPrice.of(250));
    assertThat(item.count()).isEqualTo(Quantity.of(2));
    assertThat(returned(List.of(), goods(1, "1", 700)).parts()).containsExactly(taken(1, 1, 700));
  }

  @Rule("R-ALW-03")
  @Test
  void noMoreDollarsGoBackThanAreLeftOfTheLine() {
    List<Part> before = List.of(taken(1, 1, 350));
    assertThat(returned(before, dollars(1, 350)).parts()).containsExactly(taken(1, 0, 350));
    assertThat(Broken.rules(() -> returned(before, dollars(1, 351))))
        .containsExactly("R-ALW-03 lines[0].amount");
    assertThat(Broken.rules(() -> returned(before, dollars(1, 200), goods(1, "1", 151))))
        .containsExactly("R-ALW-03 lines[1].amount");
  }

  @Rule("R-ALW-04")
  @Test
  void noMoreUnitsGoBackThanAreLeftOfTheLine() {
    List<Part> before = List.of(taken(1, 1, 350));
    assertThat(returned(before, goods(1, "1")).parts()).containsExactly(taken(1, 1, 350));
    assertThat(Broken.rules(() -> returned(before, goods(1, "1.01"))))
        .containsExactly("R-ALW-04 lines[0].quantity");
  }

  @Rule("R-ALW-01")
  @Test
  void whatIsWorthNothingComesBackBesideSomethingElseOnly() {
    List<Part> before = List.of(taken(1, 0, 700));
    assertThat(Broken.rules(() -> returned(before, goods(1, "2"))))
        .containsExactly("R-ALW-01 lines");
    Calculated both = returned(before, goods(1, "2"), goods(3, "1"));
    assertThat(both.parts()).containsExactly(taken(1, 2, 0), taken(3, 1, 200));
    assertThat(both.document().items()).hasSize(1);
    assertThat(both.document().items().getFirst().sequence()).isEqualTo(1);
    assertThat(
            Broken.rules(() ->
                returned(
                    List.of(),
                    dollars(1, 0),
                    new ReturnedLine(1, Optional.empty(), Optional.empty()),
                    goods(1, "1", 0))))
        .containsExactly("R-ALW-01 lines[0].amount", "R-ALW-01 lines[1].amount");
  }

  @Rule("R-ALW-11")
  @Test
  void anAllowanceHasAtMost999Items() {
    ReturnedLine[] many = new ReturnedLine[1000];
    Arrays.fill(many, goods(3, "0.001"));
    assertThat(Broken.rules(() -> returned(List.of(), many))).containsExactly("R-ALW-11 lines");
    Arrays.fill(many, goods(3, "0.001", 0));
    many[0] = goods(1, "1");
    assertThat(returned(List.of(), Arrays.copyOf(many, 999)).document().items()).hasSize(1);
    Invoice.Issued most =
        invoice(
            200_000_000_000L,
            new InvoiceItem(
                1,
                "廠房",
                Quantity.of(100),
                "座",
                UnitPrice.of(2_000_000_000),
                Optional.of(TaxKind.TAXABLE),
                new BigDecimal("200000000000")));
    assertThat(returned(most, List.of(), dollars(1, 99_899_999_001L)).document().items())
        .hasSize(999);
    assertThat(Broken.rules(() -> returned(most, List.of(), dollars(1, 99_899_999_002L))))
        .containsExactly("R-ALW-11 lines");
  }

  @Rule({"R-ALW-09", "R-ALW-10"})
  @Test
  void whatIsTooMuchForOneItemIsCutIntoSeveral() {
    Calculated returned =
        returned(
            invoice(200_000_000L, item(1, "廠房", "200000000", "200000000", TaxKind.TAXABLE)),
            List.of(),
            goods(1, "1"));
    assertThat(returned.parts()).containsExactly(taken(1, 1, 200_000_000));
    assertThat(returned.document().items())
        .extracting(item -> item.amount().longValueExact())
        .containsExactly(99_999_999L, 99_999_999L, 2L);
    assertThat(returned.document().items())
        .extracting(AllowanceItem::sequence)
        .containsExactly(1, 2, 3);
  }

  @Rule("R-ALW-11")
  @Test
  void aLongNameIsCutWithoutSplittingACharacter() {
    String name = "書".repeat(99);
    List<String> given =
        List.of(name + "甲", name + "甲乙", name + "\uD842\uDFB7", " ".repeat(400) + "筆");
    List<String> cut = List.of(name + "甲", name + "甲", name, "筆");
    for (int i = 0; i < given.size(); i++) {
      Invoice.Issued invoice = invoice(10, item(1, given.get(i), "10", "10", TaxKind.TAXABLE));
      assertThat(returned(invoice, List.of(), goods(1, "1")).document().items().getFirst().name())
          .isEqualTo(cut.get(i));
    }
  }

  @Rule("R-ALW-06")
  @Test
  void anInvoiceWithCentsInItsLinesGoesBackInWholeDollarsToTheLast() {
    Invoice.Issued invoice =
        invoice(
            6,
            item(1, "甲", "2.4", "2.4", TaxKind.TAXABLE),
            item(2, "乙", "1.4", "1.4", TaxKind.TAXABLE),
            item(3, "丙", "1.8", "1.8", TaxKind.TAXABLE));
    assertThat(returned(invoice, List.of(), goods(1, "1"), goods(2, "1"), goods(3, "1")).parts())
        .containsExactly(taken(1, 1, 3), taken(2, 1, 1), taken(3, 1, 2));
  }

  @Rule({"R-ALW-12", "R-ALW-13"})
  @Test
  void anAllowanceOfAMixedInvoiceMustBeMixedOnlyInTheStrictReading() {
    Invoice.Issued mixed =
        invoice(
            31,
            item(1, "甲", "20", "20", TaxKind.TAXABLE),
            item(2, "乙", "10", "10", TaxKind.EXEMPT),
            item(3, "丙", "1", "1", TaxKind.EXEMPT));
    assertThat(strict(mixed, false, 2)).isEmpty();
    assertThat(strict(mixed, true, 2, 1)).isEmpty();
    assertThat(strict(mixed, true, 1)).containsExactly("R-ALW-13 lines");
    assertThat(strict(mixed, true, 2, 3)).containsExactly("R-ALW-13 lines");
    assertThat(strict(mixed, true)).containsExactly("R-ALW-01 lines");
    assertThat(strict(Samples.issuedInvoice(), true, 1)).isEmpty();
    assertThat(returned(mixed, List.of(), goods(2, "1")).document().items())
        .extracting(AllowanceItem::tax)
        .isEqualTo(Collections.singletonList(Optional.of(TaxKind.EXEMPT)));
  }

  private static List<String> strict(Invoice.Issued invoice, boolean strict, int... lines) {
    List<ReturnedLine> returned = Arrays.stream(lines).mapToObj(line -> goods(line, "1")).toList();
    return Broken.rules(() ->
        AllowanceOfInvoice.of(
            invoice, Samples.onlineConsent(), Optional.empty(), returned, List.of(), strict));
  }
}
