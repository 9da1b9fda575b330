package ecpay.domain.allowance.document;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.AllowanceSamples;
import ecpay.domain.Samples;
import ecpay.domain.invoice.document.TaxSplit;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceDocumentTest {
  private static final Optional<TaxKind> TAXABLE = Optional.of(TaxKind.TAXABLE);
  private static final Optional<TaxKind> ZERO = Optional.of(TaxKind.ZERO_RATED);
  private static final Optional<TaxKind> EXEMPT = Optional.of(TaxKind.EXEMPT);

  private static AllowableInvoice invoice(boolean mixed, TaxKind... kinds) {
    AllowableInvoice sample = AllowanceSamples.allowableInvoice();
    return new AllowableInvoice(
        sample.number(), sample.issuedOn(), Money.of(1000), Set.of(kinds), mixed);
  }

  private static AllowanceItem item(int sequence, Optional<TaxKind> tax, long amount) {
    return new AllowanceItem(
        sequence, "書", Quantity.of(1), "本", UnitPrice.of(amount), tax, BigDecimal.valueOf(amount));
  }

  private static List<String> broken(
      AllowableInvoice invoice, Optional<String> name, long amount, List<AllowanceItem> items) {
    return Broken.rules(() ->
        new AllowanceDocument(invoice, Samples.onlineConsent(), name, Money.of(amount), items));
  }

  private static List<String> plain(long amount, AllowanceItem... items) {
    return broken(invoice(false, TaxKind.TAXABLE), Optional.empty(), amount, List.of(items));
  }

  @Rule("R-ALW-01")
  @Test
  void anAllowanceIsMoreThanZero() {
    assertThat(plain(1, item(1, TAXABLE, 1))).isEmpty();
    assertThat(plain(0, item(1, TAXABLE, 0))).containsExactly("R-ALW-01 amount");
  }

  @Rule("R-ALW-02")
  @Test
  void anAllowanceIsAtMostTheInvoicesTotal() {
    assertThat(plain(1000, item(1, TAXABLE, 1000))).isEmpty();
    assertThat(plain(1001, item(1, TAXABLE, 1001))).containsExactly("R-ALW-02 amount");
  }

  @Rule("R-ALW-05")
  @Test
  void theItemsAddUpExactly() {
    assertThat(plain(30, item(1, TAXABLE, 10), item(2, TAXABLE, 20))).isEmpty();
    assertThat(plain(31, item(1, TAXABLE, 10), item(2, TAXABLE, 20)))
        .containsExactly("R-ALW-05 amount");
    assertThat(plain(29, item(1, TAXABLE, 10), item(2, TAXABLE, 20)))
        .containsExactly("R-ALW-05 amount");
  }

  @Rule("R-ALW-11")
  @Test
  void oneTo999ItemsWhoseSequenceDoesNotRepeat() {
    assertThat(plain(2, item(7, TAXABLE, 1), item(7, TAXABLE, 1)))
        .containsExactly("R-ALW-11 items");
    assertThat(plain(1)).containsExactly("R-ALW-05 amount", "R-ALW-11 items");
    List<AllowanceItem> most =
        IntStream.rangeClosed(1, 999).mapToObj(i -> item(i, TAXABLE, 1)).toList();
    assertThat(broken(invoice(false, TaxKind.TAXABLE), Optional.empty(), 999, most)).isEmpty();
    List<AllowanceItem> more = new ArrayList<>(most);
    more.add(item(1, TAXABLE, 1));
    assertThat(broken(invoice(false, TaxKind.TAXABLE), Optional.empty(), 1000, more))
        .containsExactly("R-ALW-11 items");
  }

  @Rule("R-ALW-12")
  @Test
  void onAMixedInvoiceEveryItemNamesAKindOfTheInvoice() {
    AllowableInvoice mixed = invoice(true, TaxKind.TAXABLE, TaxKind.ZERO_RATED);
    List<AllowanceItem> items =
        List.of(
            item(1, TAXABLE, 10),
            item(2, Optional.empty(), 10),
            item(3, EXEMPT, 10),
            item(4, ZERO, 10));
    assertThat(broken(mixed, Optional.empty(), 40, items))
        .containsExactly("R-ALW-12 items[1].tax", "R-ALW-12 items[2].tax");
  }

  @Rule("R-ALW-12")
  @Test
  void onAPlainInvoiceAnItemMayLeaveItsKindOut() {
    assertThat(plain(10, item(1, Optional.empty(), 10))).isEmpty();
    assertThat(plain(10, item(1, ZERO, 10))).containsExactly("R-ALW-12 items[0].tax");
  }

  @Rule("R-ALW-13")
  @Test
  void anAllowanceOnAMixedInvoiceMayBeOfOneKindOrOfBoth() {
    AllowableInvoice mixed = invoice(true, TaxKind.TAXABLE, TaxKind.EXEMPT);
    Optional<String> none = Optional.empty();
    assertThat(broken(mixed, none, 10, List.of(item(1, TAXABLE, 10)))).isEmpty();
    assertThat(broken(mixed, none, 10, List.of(item(1, EXEMPT, 10)))).isEmpty();
    assertThat(broken(mixed, none, 20, List.of(item(1, TAXABLE, 10), item(2, EXEMPT, 10))))
        .isEmpty();
  }

  @Rule("R-ALW-15")
  @ParameterizedTest
  @ValueSource(strings = {"Test", "王小明", "小明2號", "Äpfel", "1"})
  void anOnlineNameIsOfDigitsChineseAndLatinLetters(String name) {
    assertThat(named(Samples.onlineConsent(), name)).isEmpty();
  }

  @Rule("R-ALW-15")
  @ParameterizedTest
  @ValueSource(strings = {"A B", "王-明", "王。", "A&B", "🙂", "Иван", "カナ"})
  void anyOtherOnlineNameIsRefusedButPaperTakesIt(String name) {
    assertThat(named(Samples.onlineConsent(), name)).containsExactly("R-ALW-15 customerName");
    assertThat(named(Samples.paperConsent(), name)).isEmpty();
  }

  @Rule("R-ALW-15")
  @Test
  void aNameHasOneTo60Characters() {
    assertThat(named(Samples.onlineConsent(), "王".repeat(60))).isEmpty();
    assertThat(named(Samples.onlineConsent(), "王".repeat(61)))
        .containsExactly("R-ALW-15 customerName");
    assertThat(named(Samples.paperConsent(), " ")).containsExactly("R-ALW-15 customerName");
    assertThat(named(Samples.onlineConsent(), ""))
        .containsExactly("R-ALW-15 customerName", "R-ALW-15 customerName");
  }

  @Rule({"R-ORD-09", "R-ORD-10"})
  @Test
  void aNameOnPaperIsScreened() {
    assertThat(named(Samples.paperConsent(), "<b>; rm"))
        .containsExactly("R-ORD-09 customerName", "R-ORD-10 customerName");
  }

  private static List<String> named(Consent consent, String name) {
    return Broken.rules(() ->
        new AllowanceDocument(
            invoice(false, TaxKind.TAXABLE),
            consent,
            Optional.of(name),
            Money.of(10),
            List.of(item(1, TAXABLE, 10))));
  }

  @Rule({"R-ALW-02", "R-ALW-05", "R-ALW-11", "R-ALW-12", "R-ALW-15"})
  @Test
  void everythingWrongWithAnAllowanceIsToldAtOnce() {
    assertThat(
            broken(
                invoice(true, TaxKind.TAXABLE, TaxKind.EXEMPT),
                Optional.of("-"),
                1001,
                List.of(item(1, TAXABLE, 1), item(1, ZERO, 1))))
        .containsExactly(
            "R-ALW-02 amount",
            "R-ALW-05 amount",
            "R-ALW-11 items",
            "R-ALW-12 items[1].tax",
            "R-ALW-15 customerName");
  }

  @Test
  void anAllowanceIsDividedByTaxLikeItsInvoice() {
    AllowanceItem taxed = item(1, TAXABLE, 105);
    AllowanceItem free = item(2, EXEMPT, 30);
    AllowanceItem unnamed = item(1, Optional.empty(), 105);

    assertThat(split(invoice(true, TaxKind.TAXABLE, TaxKind.EXEMPT), 135, taxed, free))
        .isEqualTo(new TaxSplit(Money.of(100), Money.of(5), Money.ZERO, Money.of(30), Money.ZERO));
    assertThat(split(invoice(false, TaxKind.ZERO_RATED), 105, item(1, ZERO, 105)))
        .isEqualTo(TaxSplit.of(Money.ZERO, Money.of(105), Money.ZERO));
    assertThat(split(invoice(false, TaxKind.EXEMPT), 105, unnamed))
        .as("an item without a kind is taxed like its invoice")
        .isEqualTo(TaxSplit.of(Money.ZERO, Money.ZERO, Money.of(105)));
    assertThat(split(invoice(false), 105, unnamed))
        .isEqualTo(TaxSplit.of(Money.of(105), Money.ZERO, Money.ZERO));
  }

  private static TaxSplit split(AllowableInvoice invoice, long amount, AllowanceItem... items) {
    return new AllowanceDocument(
            invoice, Samples.onlineConsent(), Optional.empty(), Money.of(amount), List.of(items))
        .taxSplit();
  }
}
