package ecpay.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.money.Money;
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
}
