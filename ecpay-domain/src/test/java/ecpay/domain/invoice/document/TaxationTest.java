package ecpay.domain.invoice.document;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.money.TaxKind;
import ecpay.domain.order.ZeroRating;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaxationTest {
  private static final Optional<ZeroRating> RATED = Optional.of(new ZeroRating(true, 71));
  private static final Optional<ZeroRating> UNRATED = Optional.empty();

  private static List<String> broken(
      InvoiceType type, TaxType tax, Optional<ZeroRating> zeroRating, int... rate) {
    OptionalInt special = rate.length == 0 ? OptionalInt.empty() : OptionalInt.of(rate[0]);
    return Broken.rules(() -> new Taxation(type, tax, zeroRating, special));
  }

  @Rule("R-INV-16")
  @ParameterizedTest
  @EnumSource(TaxType.class)
  void theInvoiceTypeSaysWhichTaxesItAllows(TaxType tax) {
    Set<TaxType> general =
        EnumSet.of(TaxType.TAXABLE, TaxType.ZERO_RATED, TaxType.EXEMPT, TaxType.MIXED);
    Set<TaxType> special = EnumSet.of(TaxType.EXEMPT, TaxType.SPECIAL_RATE);
    Optional<ZeroRating> rating = tax == TaxType.ZERO_RATED ? RATED : UNRATED;
    int[] rate = tax == TaxType.EXEMPT || tax == TaxType.SPECIAL_RATE ? new int[] {8} : new int[0];
    assertThat(broken(InvoiceType.GENERAL, tax, rating, rate).isEmpty())
        .isEqualTo(general.contains(tax));
    assertThat(broken(InvoiceType.SPECIAL, tax, rating, rate).isEmpty())
        .isEqualTo(special.contains(tax));
  }

  @Rule("R-INV-16")
  @Test
  void aRefusalNamesBothCodes() {
    assertThat(
            Broken.by(() ->
                new Taxation(InvoiceType.SPECIAL, TaxType.TAXABLE, UNRATED, OptionalInt.empty())))
        .singleElement()
        .satisfies(violation ->
            assertThat(violation.toString())
                .isEqualTo("R-INV-16 taxType: InvType 08 does not allow TaxType 1"));
    assertThat(InvoiceType.GENERAL.code()).isEqualTo("07");
    assertThat(TaxType.values()).extracting(TaxType::code).containsExactly(1, 2, 3, 4, 9);
  }

  @Rule("R-INV-17")
  @Test
  void zeroRatedGoodsNeedAMarkAndAReasonAndNothingElseHasThem() {
    assertThat(broken(InvoiceType.GENERAL, TaxType.ZERO_RATED, RATED)).isEmpty();
    assertThat(broken(InvoiceType.GENERAL, TaxType.ZERO_RATED, UNRATED))
        .containsExactly("R-INV-17 zeroRating");
    assertThat(broken(InvoiceType.GENERAL, TaxType.TAXABLE, RATED))
        .containsExactly("R-INV-17 zeroRating");
    assertThat(broken(InvoiceType.GENERAL, TaxType.EXEMPT, RATED, 8))
        .containsExactly("R-INV-17 zeroRating");
  }

  @Rule("R-INV-17")
  @Test
  void aReasonIsOneOf71To79() {
    assertThat(Broken.rules(() -> new ZeroRating(true, 71))).isEmpty();
    assertThat(Broken.rules(() -> new ZeroRating(false, 79))).isEmpty();
    assertThat(Broken.rules(() -> new ZeroRating(true, 70))).containsExactly("R-INV-17 reason");
    assertThat(Broken.rules(() -> new ZeroRating(true, 80))).containsExactly("R-INV-17 reason");
  }

  @Rule("R-INV-18")
  @Test
  void exemptGoodsHaveSpecialRateEight() {
    assertThat(broken(InvoiceType.GENERAL, TaxType.EXEMPT, UNRATED, 8)).isEmpty();
    assertThat(broken(InvoiceType.GENERAL, TaxType.EXEMPT, UNRATED, 7))
        .containsExactly("R-INV-18 specialRate");
    assertThat(broken(InvoiceType.GENERAL, TaxType.EXEMPT, UNRATED))
        .containsExactly("R-INV-18 specialRate");
  }

  @Rule("R-INV-18")
  @Test
  void specialRatesAreOneToEight() {
    for (int rate = 1; rate <= 8; rate++) {
      assertThat(broken(InvoiceType.SPECIAL, TaxType.SPECIAL_RATE, UNRATED, rate)).isEmpty();
    }
    assertThat(broken(InvoiceType.SPECIAL, TaxType.SPECIAL_RATE, UNRATED, 0))
        .containsExactly("R-INV-18 specialRate");
    assertThat(broken(InvoiceType.SPECIAL, TaxType.SPECIAL_RATE, UNRATED, 9))
        .containsExactly("R-INV-18 specialRate");
    assertThat(broken(InvoiceType.SPECIAL, TaxType.SPECIAL_RATE, UNRATED))
        .containsExactly("R-INV-18 specialRate");
  }

  @Rule("R-INV-18")
  @Test
  void otherTaxesHaveNoSpecialRate() {
    assertThat(broken(InvoiceType.GENERAL, TaxType.TAXABLE, UNRATED, 8))
        .containsExactly("R-INV-18 specialRate");
    assertThat(broken(InvoiceType.GENERAL, TaxType.ZERO_RATED, RATED, 1))
        .containsExactly("R-INV-18 specialRate");
    assertThat(broken(InvoiceType.GENERAL, TaxType.MIXED, UNRATED, 1))
        .containsExactly("R-INV-18 specialRate");
  }

  @Rule({"R-INV-16", "R-INV-17", "R-INV-18"})
  @Test
  void threeFaultsOfOneTaxationAreToldAtOnce() {
    assertThat(broken(InvoiceType.SPECIAL, TaxType.ZERO_RATED, UNRATED, 1))
        .containsExactly("R-INV-16 taxType", "R-INV-17 zeroRating", "R-INV-18 specialRate");
  }

  @Rule({"R-INV-19", "R-INV-20"})
  @Test
  void theLinesSayHowTheInvoiceIsTaxed() {
    assertThat(Taxation.of(List.of(TaxKind.TAXABLE, TaxKind.TAXABLE), UNRATED))
        .isEqualTo(
            new Taxation(InvoiceType.GENERAL, TaxType.TAXABLE, UNRATED, OptionalInt.empty()));
    assertThat(Taxation.of(List.of(TaxKind.ZERO_RATED), RATED))
        .isEqualTo(
            new Taxation(InvoiceType.GENERAL, TaxType.ZERO_RATED, RATED, OptionalInt.empty()));
    assertThat(Taxation.of(List.of(TaxKind.EXEMPT), UNRATED))
        .isEqualTo(new Taxation(InvoiceType.GENERAL, TaxType.EXEMPT, UNRATED, OptionalInt.of(8)));
    assertThat(Taxation.of(List.of(TaxKind.EXEMPT, TaxKind.TAXABLE), UNRATED))
        .isEqualTo(new Taxation(InvoiceType.GENERAL, TaxType.MIXED, UNRATED, OptionalInt.empty()));
  }
}
