package ecpay.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.rule.Violations.Part;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ViolationsTest {
  private static Supplier<String> broken(String field) {
    return () -> {
      Violations.demand(false, "R-X-01", field, "wrong");
      return "never";
    };
  }

  @Test
  void everythingWrongIsToldAtOnceInTheOrderInWhichItWasFound() {
    Violations violations = new Violations();
    assertThat(violations.require(true, "R-X-01", "a", "right")).isTrue();
    assertThat(violations.require(false, "R-X-02", "b", "wrong b")).isFalse();
    violations.require(false, "R-X-03", "", "wrong as a whole");

    assertThatThrownBy(violations::throwIfAny)
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            thrown ->
                assertThat(thrown.violations())
                    .containsExactly(
                        new Violation("R-X-02", "b", "wrong b"),
                        new Violation("R-X-03", "", "wrong as a whole")))
        .hasMessage("R-X-02 b: wrong b; R-X-03 : wrong as a whole");
  }

  @Test
  void nothingIsThrownWhenNothingIsWrong() {
    Violations violations = new Violations();
    Part<String> part = violations.part("a", () -> "sound");
    violations.throwIfAny();
    assertThat(part.isSound()).isTrue();
    assertThat(part.get()).isEqualTo("sound");
  }

  @Test
  void aPartIsToldUnderItsPath() {
    Violations violations = new Violations();
    violations.part("lines[2]", broken("amount"));
    violations.part("total", broken(""));
    violations.part("lines", broken("[0].name"));
    violations.part("", broken("mail"));

    assertThatThrownBy(violations::throwIfAny)
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            thrown ->
                assertThat(thrown.violations())
                    .extracting(Violation::field)
                    .isEqualTo(List.of("lines[2].amount", "total", "lines[0].name", "mail")));
  }

  @Test
  void aBrokenPartCannotBeRead() {
    Violations violations = new Violations();
    Part<String> part = violations.part("a", broken("b"));
    assertThat(part.isSound()).isFalse();
    assertThatIllegalStateException().isThrownBy(part::get);
  }

  @Test
  void anIllegalMoveNamesItsRule() {
    IllegalMoveException thrown = new IllegalMoveException("R-X-09", "asleep", "running");
    assertThat(thrown.rule()).isEqualTo("R-X-09");
    assertThat(thrown).hasMessage("R-X-09: running is not possible while asleep");
    assertThat(thrown.reason()).isEqualTo("running is not possible while asleep");
  }
}
