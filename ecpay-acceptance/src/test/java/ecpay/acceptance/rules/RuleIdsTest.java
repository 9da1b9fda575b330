package ecpay.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What code and tests cite exists, and every rule that is in force has a test. */
class RuleIdsTest {
  private static final Pattern RULE = Pattern.compile("\\bR-[A-Z]{3}-\\d\\d\\b");
  private static final Pattern DISAGREEMENT = Pattern.compile("\\b[DU]-\\d\\d\\b");

  private static Set<String> known() {
    Set<String> known = Sources.ids(RULE, Sources.doc("rules.md"));
    assertThat(known).as("the rules of docs/rules.md").hasSizeGreaterThan(140);
    return known;
  }

  @Test
  void everyCitedRuleIsInTheBook() {
    assertThat(known()).containsAll(Sources.cited(RULE, "main"));
    assertThat(known()).containsAll(Sources.cited(RULE, "test"));
  }

  @Test
  void everyCitedDisagreementAndUnknownIsInTheBook() {
    Set<String> known = Sources.ids(DISAGREEMENT, Sources.doc("disagreements.md"));
    assertThat(known).hasSizeGreaterThan(50);
    assertThat(known).containsAll(Sources.cited(DISAGREEMENT, "main"));
    assertThat(known).containsAll(Sources.cited(DISAGREEMENT, "test"));
  }

  @Test
  void everyRuleIsCitedByATestAndByTheCodeThatHoldsIt() {
    Set<String> inForce = known();
    assertThat(Sources.cited(RULE, "test")).containsAll(inForce);
    assertThat(Sources.cited(RULE, "main")).containsAll(inForce);
  }
}
