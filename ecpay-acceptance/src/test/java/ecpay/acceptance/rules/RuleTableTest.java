package ecpay.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The table at the end of {@code docs/rules.md} is made from the sources: {@code
 * -Decpay.rules.write=true} writes it anew.
 */
class RuleTableTest {
  private static final Pattern INVOICE_SIDE = Pattern.compile("\\bR-(?:INV|ALW|NOT)-\\d\\d\\b");
  private static final String HEADING = "## Where the invoice rules are held and shown";

  private static final List<String> RULES = List.copyOf(Sources.ids(INVOICE_SIDE, bookOfRules()));

  private static String bookOfRules() {
    String document = Sources.doc("rules.md");
    int end = document.indexOf(HEADING);
    return end < 0 ? document : document.substring(0, end);
  }

  private static String section(RuleTable table) {
    return HEADING
        + "\n\nMade from the sources by `RuleTableTest`; a test fails when a rule has nobody that"
        + "\nholds it or nothing that shows it, or when this table is not what the sources say.\n\n"
        + table.markdown(RULES);
  }

  @Test
  void everyRuleOfTheInvoiceSideIsHeldByAClassAndShownByATest() {
    RuleTable table = RuleTable.ofTheSources();
    assertThat(RULES).hasSize(36 + 33 + 6);
    assertThat(RULES)
        .allSatisfy(rule -> {
          assertThat(table.holdersOf(rule)).as("who holds %s", rule).isNotEmpty();
          assertThat(table.showsOf(rule)).as("what shows %s", rule).isNotEmpty();
        });
  }

  @Test
  void theTableInTheBookIsWhatTheSourcesSay() {
    String wanted = bookOfRules() + section(RuleTable.ofTheSources());
    if (Boolean.getBoolean("ecpay.rules.write")) {
      Sources.write(Sources.docPath("rules.md"), wanted);
    }
    assertThat(Sources.doc("rules.md"))
        .as("run it with -Decpay.rules.write=true to write the table anew")
        .isEqualTo(wanted);
  }
}
