package ecpay.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What code and tests cite exists, and every rule that is in force has a test. */
class RuleIdsTest {
  private static final Pattern RULE = Pattern.compile("\\bR-[A-Z]{3}-\\d\\d\\b");
  private static final Pattern DISAGREEMENT = Pattern.compile("\\b[DU]-\\d\\d\\b");

  /**
   * The rules whose time comes with later parts of the platform; each leaves here with its tests.
   */
  private static final Pattern NOT_YET = Pattern.compile("");

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
  void everyRuleInForceIsCitedByATestAndByTheCodeThatHoldsIt() {
    Set<String> inForce =
        known().stream()
            .filter(rule -> !NOT_YET.matcher(rule).matches())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(Sources.cited(RULE, "test")).containsAll(inForce);
    assertThat(Sources.cited(RULE, "main")).containsAll(inForce);
  }
}
