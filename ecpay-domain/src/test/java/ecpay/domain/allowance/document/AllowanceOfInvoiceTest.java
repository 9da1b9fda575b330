package ecpay.domain.allowance.document;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.AllowanceSamples;
import ecpay.domain.Samples;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.InvoiceOfOrder;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderLine;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowanceOfInvoiceTest {
  private static ReturnedLine line(int sequence, String quantity) {
    return new ReturnedLine(sequence, new Quantity(new BigDecimal(quantity)), Optional.empty());
  }

  private static ReturnedLine line(int sequence, String quantity, long amount) {
    return new ReturnedLine(
        sequence, new Quantity(new BigDecimal(quantity)), Optional.of(Money.of(amount)));
  }

  private static AllowanceDocument document(Invoice.Issued invoice, ReturnedLine... lines) {
    return AllowanceOfInvoice.of(
            invoice, Samples.onlineConsent(), Optional.of("王小明"), List.of(lines), List.of(), false)
        .document();
  }

  private static AllowanceDocument document(ReturnedLine... lines) {
    return document(Samples.issuedInvoice(), lines);
  }

  private static Invoice.Issued invoice(List<OrderLine> lines, long total, Instant issuedAt) {
    OrderContent content =
        new OrderContent(
            Samples.buyer(),
            lines,
            Money.of(total),
            "x",
            InvoicePreference.on(new Carrier.Ecpay()));
    InvoiceDocument document = InvoiceOfOrder.document(new RelateNumber("R"), content);
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
        .issued(new IssuedInvoice(Samples.invoiceFacts().number(), issuedAt, "1234"));
  }

  @Rule({"R-ALW-05", "R-ALW-14"})
  @Test
  void aReturnedLineKeepsItsNameUnitTaxAndTaxIncludedPrice() {
    assertThat(document(line(1, "1")))
        .isEqualTo(AllowanceSamples.allowanceDocument(Samples.onlineConsent()));
  }

  @Rule("R-ALW-05")
  @Test
  void theAmountIsPriceTimesQuantityHalvesUp() {
    assertThat(document(line(2, "1")).amount()).isEqualTo(Money.of(33));
    assertThat(document(line(2, "2")).amount()).isEqualTo(Money.of(67));
    assertThat(document(line(1, "2"), line(2, "3"), line(3, "1")).amount())
        .isEqualTo(Money.of(1000));
    assertThat(document(line(1, "1", 349)).amount()).isEqualTo(Money.of(349));
  }

  @Rule({"R-ALW-02", "R-ALW-05"})
  @Test
  void whatWasSoldForADollarMoreOrLessGoesBackForThat() {
    for (long sold : List.of(98L, 100L)) {
      Invoice.Issued invoice =
          invoice(
              List.of(
                  new OrderLine(
                      "筆", Quantity.of(3), "枝", UnitPrice.of(33), Money.of(sold), TaxKind.TAXABLE)),
              sold,
              Samples.NOW);
      assertThat(document(invoice, line(1, "3")).amount()).isEqualTo(Money.of(sold));
      assertThat(document(invoice, line(1, "3.00")).amount()).isEqualTo(Money.of(sold));
      assertThat(document(invoice, line(1, "2")).amount())
          .isEqualTo(Money.of(sold == 98 ? 65 : 67));
    }
  }

  @Rule("R-ALW-31")
  @Test
  void theInvoiceDateIsTheDayInTaipei() {
    List<OrderLine> lines = Samples.lines();
    assertThat(
            document(invoice(lines, 1000, Instant.parse("2026-11-30T15:59:59Z")), line(1, "1"))
                .invoice()
                .issuedOn())
        .isEqualTo(LocalDate.of(2026, 11, 30));
    assertThat(
            document(invoice(lines, 1000, Instant.parse("2026-11-30T16:00:00Z")), line(1, "1"))
                .invoice()
                .issuedOn())
        .isEqualTo(LocalDate.of(2026, 12, 1));
  }

  @Rule({"R-ALW-12", "R-ALW-13"})
  @Test
  void aMixedInvoiceIsKnownAsSuch() {
    List<OrderLine> lines =
        List.of(
            new OrderLine("書", Quantity.of(1), "本", UnitPrice.of(10), Money.of(10), TaxKind.EXEMPT),
            new OrderLine(
                "筆", Quantity.of(1), "枝", UnitPrice.of(20), Money.of(20), TaxKind.TAXABLE));
    AllowanceDocument document = document(invoice(lines, 30, Samples.NOW), line(1, "1"));
    assertThat(document.invoice().mixed()).isTrue();
    assertThat(document.invoice().taxKinds())
        .containsExactlyInAnyOrder(TaxKind.EXEMPT, TaxKind.TAXABLE);
    assertThat(document.items().getFirst().tax()).contains(TaxKind.EXEMPT);
    assertThat(document(line(1, "1")).invoice().mixed()).isFalse();
  }

  @Rule({"R-ALW-03", "R-ALW-04", "R-ALW-11"})
  @Test
  void everythingWrongWithTheLinesIsToldAtOnce() {
    assertThat(Broken.rules(() -> document(line(4, "1"), line(1, "2.01"), line(2, "4", 101))))
        .containsExactly(
            "R-ALW-11 lines[0].line",
            "R-ALW-04 lines[1].quantity",
            "R-ALW-04 lines[2].quantity",
            "R-ALW-03 lines[2].amount");
  }

  @Rule("R-ALW-04")
  @Test
  void moreThanWasSoldCannotGoBackNotEvenInParts() {
    assertThat(Broken.rules(() -> document(line(1, "2")))).isEmpty();
    assertThat(Broken.rules(() -> document(line(1, "3"))))
        .containsExactly("R-ALW-04 lines[0].quantity");
    assertThat(Broken.rules(() -> document(line(1, "1"), line(1, "1")))).isEmpty();
    assertThat(Broken.rules(() -> document(line(1, "2"), line(1, "1"))))
        .containsExactly("R-ALW-04 lines[1].quantity");
  }

  @Rule("R-ALW-01")
  @Test
  void anAllowanceWithoutLinesIsNone() {
    assertThat(Broken.rules(AllowanceOfInvoiceTest::document)).containsExactly("R-ALW-01 lines");
  }
}
