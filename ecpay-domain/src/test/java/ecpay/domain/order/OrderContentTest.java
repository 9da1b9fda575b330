package ecpay.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OrderContentTest {
  private static OrderLine line(String name, long amount) {
    return new OrderLine(
        name, Quantity.of(1), "個", UnitPrice.of(amount), Money.of(amount), TaxKind.TAXABLE);
  }

  private static Supplier<OrderContent> content(
      List<OrderLine> lines, long total, String description) {
    return () ->
        new OrderContent(
            Samples.buyer(),
            lines,
            Money.of(total),
            description,
            InvoicePreference.on(new Carrier.Ecpay()));
  }

  @Rule("R-ORD-04")
  @Test
  void oneDollarIsTheLeast() {
    assertThat(Broken.rules(content(List.of(line("糖", 1)), 1, "糖"))).isEmpty();
    assertThat(Broken.rules(content(List.of(line("糖", 0)), 0, "糖")))
        .containsExactly("R-ORD-04 total");
  }

  @Rule("R-ORD-06")
  @Test
  void theLinesAddUpToTheTotalToTheDollar() {
    List<OrderLine> lines = List.of(line("茶", 30), line("糖", 70));
    assertThat(Broken.rules(content(lines, 100, "茶與糖"))).isEmpty();
    assertThat(Broken.by(content(lines, 101, "茶與糖")))
        .containsExactly(
            new Violation("R-ORD-06", "total", "the lines add up to 100 TWD, not to 101 TWD"));
    assertThat(Broken.rules(content(lines, 99, "茶與糖"))).containsExactly("R-ORD-06 total");
  }

  @Rule("R-ORD-08")
  @Test
  void aDescriptionHasOneTo200Characters() {
    List<OrderLine> lines = List.of(line("茶", 30));
    assertThat(Broken.rules(content(lines, 30, "茶".repeat(200)))).isEmpty();
    assertThat(Broken.rules(content(lines, 30, "茶".repeat(201))))
        .containsExactly("R-ORD-08 description");
    assertThat(Broken.rules(content(lines, 30, " "))).containsExactly("R-ORD-08 description");
  }

  @Rule("R-INV-06")
  @Test
  void oneTo999LinesMakeAnOrder() {
    List<OrderLine> most = Collections.nCopies(999, line("茶", 1));
    assertThat(Broken.rules(content(most, 999, "茶"))).isEmpty();
    assertThat(Broken.rules(content(Collections.nCopies(1000, line("茶", 1)), 1000, "茶")))
        .containsExactly("R-INV-06 lines");
    assertThat(Broken.rules(content(List.of(), 0, "茶")))
        .containsExactly("R-INV-06 lines", "R-ORD-04 total");
  }

  @Rule({"R-ORD-06", "R-ORD-08", "R-ORD-09", "R-ORD-10"})
  @Test
  void fourFaultsOfOneOrderAreToldAtOnce() {
    String description = "<br>" + "; rm ".repeat(50);
    assertThat(Broken.rules(content(List.of(line("茶", 30)), 29, description)))
        .containsExactly(
            "R-ORD-06 total",
            "R-ORD-08 description",
            "R-ORD-09 description",
            "R-ORD-10 description");
  }

  @Rule("R-ORD-07")
  @Test
  void theItemNameJoinsTheLinesAndReplacesAHashInsideAName() {
    OrderContent content = content(List.of(line("茶#1", 30), line("糖", 70)), 100, "x").get();
    assertThat(content.itemName()).isEqualTo("茶＃1#糖");
  }

  @Rule("R-ORD-07")
  @Test
  void theItemNameHasAtMost200Characters() {
    OrderContent exact =
        content(List.of(line("a".repeat(99), 1), line("b".repeat(100), 1)), 2, "x").get();
    assertThat(exact.itemName()).isEqualTo("a".repeat(99) + "#" + "b".repeat(100));
    OrderContent longer =
        content(List.of(line("a".repeat(100), 1), line("b".repeat(100), 1)), 2, "x").get();
    assertThat(longer.itemName()).isEqualTo("a".repeat(100) + "#" + "b".repeat(99));
  }

  @Rule("R-ORD-07")
  @Test
  void theCutNeverSplitsACharacterOutsideTheBasicPlane() {
    String emoji = "\uD83C\uDF75";
    OrderContent content =
        content(List.of(line("a".repeat(100), 1), line("b".repeat(98) + emoji, 1)), 2, "x").get();
    assertThat(content.itemName()).isEqualTo("a".repeat(100) + "#" + "b".repeat(98));
  }

  @Rule({"R-ORD-09", "R-ORD-10"})
  @Test
  void namesThatAreHarmlessAloneMayNotMakeAForbiddenTextTogether() {
    assertThat(Broken.rules(content(List.of(line("茶 <a", 1), line("糖 c> 茶", 1)), 2, "x")))
        .containsExactly("R-ORD-09 lines");
    OrderLine first = line("a".repeat(100), 1);
    OrderLine cutToACommand = line("b".repeat(94) + " tftpd", 1);
    assertThat(Broken.rules(content(List.of(first, cutToACommand), 2, "x")))
        .containsExactly("R-ORD-10 lines");
  }

  @Test
  void theContentKeepsItsOwnCopyOfTheLines() {
    List<OrderLine> lines = new ArrayList<>(List.of(line("茶", 30)));
    OrderContent content = content(lines, 30, "茶").get();
    lines.clear();
    assertThat(content.lines()).hasSize(1);
  }
}
