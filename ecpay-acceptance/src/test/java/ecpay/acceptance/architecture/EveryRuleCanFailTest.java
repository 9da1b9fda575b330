package ecpay.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule, run on a small building that breaks it, says so. */
class EveryRuleCanFailTest {
  private static final String BROKEN = "ecpay.acceptance.architecture.broken";
  private static final JavaClasses RUINS = new ClassFileImporter().importPackages(BROKEN);

  private static void fails(ArchRule rule) {
    assertThat(rule.evaluate(RUINS).hasViolation()).as(rule.getDescription()).isTrue();
  }

  @Test
  void aRuleAboutAnEmptyPackageFails() {
    assertThatThrownBy(() -> HouseRules.demandClasses(RUINS, BROKEN + ".nobodylivesthere"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("holds no class");
  }

  @Test
  void aLibraryInsideIsSeen() {
    fails(HouseRules.onTheJdkAlone(BROKEN + ".jdkonly"));
  }

  @Test
  void aSiblingInsideIsSeen() {
    fails(HouseRules.notOnEachOther(BROKEN + ".siblings.left", BROKEN + ".siblings.right"));
    fails(HouseRules.notOnEachOther(BROKEN + ".siblings.right", BROKEN + ".siblings.left"));
  }

  @Test
  void aLaterFeatureInsideIsSeen() {
    fails(HouseRules.inThisOrder(BROKEN + ".features", List.of("early", "late")));
  }

  @Test
  void aUseCaseInsideAFeatureIsSeen() {
    fails(HouseRules.notOnItsUseCases(BROKEN + ".features"));
  }

  @Test
  void aCycleIsSeen() {
    fails(HouseRules.withoutCycles(BROKEN + ".cycle"));
  }

  @Test
  void aSecondDoorIsSeen() {
    assertThat(HouseRules.roomsWithSeveralDoors(RUINS, BROKEN + ".doors")).hasSize(1);
  }

  @Test
  void aFrameworkInTheWrongRoomIsSeen() {
    fails(HouseRules.onlyFrom("io.javalin..", "ecpay.app.."));
    fails(HouseRules.onlyFrom("com.google.inject..", "ecpay.app..", "ecpay.adapter.."));
  }

  @Test
  void floatingPointIsSeen() {
    fails(HouseRules.withoutFloatingPoint(BROKEN + ".money"));
  }

  @Test
  void aClockThatNobodyCanSetIsSeen() {
    fails(HouseRules.onlyBySetClocks(BROKEN + ".clock"));
  }
}
