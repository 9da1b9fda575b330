package ecpay.domain.invoice.document;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.ZeroRating;
import ecpay.domain.pricing.RandomBaskets;
import ecpay.domain.property.Property;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TaxSplitTest {
  private static TaxSplit split(long net, long tax, long zeroRated, long exempt, long special) {
    return new TaxSplit(
        Money.of(net), Money.of(tax), Money.of(zeroRated), Money.of(exempt), Money.of(special));
  }

  private static TaxSplit taxable(long total) {
    return TaxSplit.of(Money.of(total), Money.ZERO, Money.ZERO);
  }

  private record Sold(String amount, Optional<TaxKind> tax) {}

  private static Sold sold(String amount, TaxKind tax) {
    return new Sold(amount, Optional.of(tax));
  }

  private static InvoiceDocument invoice(Taxation taxation, long total, Sold... lines) {
    List<InvoiceItem> items = new ArrayList<>();
    for (Sold line : lines) {
      BigDecimal amount = new BigDecimal(line.amount());
      items.add(
          new InvoiceItem(
              items.size() + 1,
              "書",
              Quantity.of(1),
              "本",
              new UnitPrice(amount),
              line.tax(),
              amount));
    }
    return new InvoiceDocument(
        new RelateNumber("R"),
        "王小明",
        Samples.buyer().email(),
        Samples.buyer().phone(),
        InvoicePreference.on(new Carrier.Ecpay()),
        taxation,
        items,
        Money.of(total));
  }

  private static Taxation taxation(TaxType tax, Optional<ZeroRating> rating, OptionalInt special) {
    return new Taxation(
        tax == TaxType.SPECIAL_RATE ? InvoiceType.SPECIAL : InvoiceType.GENERAL,
        tax,
        rating,
        special);
  }

  @Rule("R-INV-03")
  @Test
  void theTaxIsTheTotalLessItsRoundedNet() {
    assertThat(taxable(105)).isEqualTo(split(100, 5, 0, 0, 0));
    assertThat(taxable(1000)).isEqualTo(split(952, 48, 0, 0, 0));
    assertThat(taxable(10)).isEqualTo(split(10, 0, 0, 0, 0));
    assertThat(taxable(11)).isEqualTo(split(10, 1, 0, 0, 0));
    assertThat(taxable(0)).isEqualTo(split(0, 0, 0, 0, 0));
    assertThat(taxable(999_999_999_999L))
        .isEqualTo(split(952_380_952_380L, 47_619_047_619L, 0, 0, 0));
  }

  @Rule({"R-INV-19", "R-INV-20"})
  @Test
  void everyLineCountsWhereItsKindBelongs() {
    Optional<ZeroRating> rating = Optional.of(new ZeroRating(false, 72));
    assertThat(
            TaxSplit.of(
                invoice(
                    taxation(TaxType.MIXED, rating, OptionalInt.empty()),
                    305,
                    sold("105", TaxKind.TAXABLE),
                    sold("200", TaxKind.ZERO_RATED))))
        .isEqualTo(split(100, 5, 200, 0, 0));
    assertThat(
            TaxSplit.of(
                invoice(
                    taxation(TaxType.MIXED, Optional.empty(), OptionalInt.empty()),
                    305,
                    sold("200", TaxKind.EXEMPT),
                    sold("105", TaxKind.TAXABLE))))
        .isEqualTo(split(100, 5, 0, 200, 0));
    assertThat(TaxSplit.of(Samples.invoiceDocument())).isEqualTo(split(952, 48, 0, 0, 0));
  }

  @Rule("R-INV-20")
  @Test
  void aLineWithoutAKindIsTaxedLikeItsInvoice() {
    Sold plain = new Sold("21", Optional.empty());
    Optional<ZeroRating> rating = Optional.of(new ZeroRating(false, 72));
    assertThat(
            TaxSplit.of(
                invoice(
                    taxation(TaxType.TAXABLE, Optional.empty(), OptionalInt.empty()), 21, plain)))
        .isEqualTo(split(20, 1, 0, 0, 0));
    assertThat(
            TaxSplit.of(
                invoice(taxation(TaxType.ZERO_RATED, rating, OptionalInt.empty()), 21, plain)))
        .isEqualTo(split(0, 0, 21, 0, 0));
    assertThat(
            TaxSplit.of(
                invoice(taxation(TaxType.EXEMPT, Optional.empty(), OptionalInt.of(8)), 21, plain)))
        .isEqualTo(split(0, 0, 0, 21, 0));
  }

  @Rule({"R-INV-16", "R-INV-18"})
  @Test
  void aSpecialRateStandsInAPlaceOfItsOwn() {
    assertThat(
            TaxSplit.of(
                invoice(
                    taxation(TaxType.SPECIAL_RATE, Optional.empty(), OptionalInt.of(1)),
                    125,
                    new Sold("125", Optional.empty()))))
        .isEqualTo(split(0, 0, 0, 0, 125));
  }

  @Rule("R-INV-03")
  @Test
  void centsOfTheLinesBecomeTheWholeDollarsOfTheInvoice() {
    assertThat(
            TaxSplit.of(
                invoice(
                    taxation(TaxType.MIXED, Optional.empty(), OptionalInt.empty()),
                    11,
                    sold("5.4", TaxKind.TAXABLE),
                    sold("5.4", TaxKind.EXEMPT))))
        .isEqualTo(split(6, 0, 0, 5, 0));
  }

  @Rule("R-INV-03")
  @Test
  void theSplitOfAnyInvoiceAddsUpToIt() {
    Property.of(2000)
        .holds(random -> {
          InvoiceDocument document =
              InvoiceOfOrder.document(new RelateNumber("R"), new RandomBaskets(random).order());
          TaxSplit split = TaxSplit.of(document);
          Money taxable = split.taxableNet().plus(split.tax());
          assertThat(taxable.plus(split.zeroRated()).plus(split.exempt()))
              .isEqualTo(document.salesAmount());
          long twentyFirsts = 20 * taxable.twd() - 21 * split.taxableNet().twd();
          assertThat(2 * twentyFirsts).isBetween(-21L, 20L);
        });
  }
}
