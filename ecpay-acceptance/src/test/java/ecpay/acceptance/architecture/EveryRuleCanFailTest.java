package ecpay.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void aFileThatIsTooLongIsSeen(@TempDir Path room) throws IOException {
    Path file = room.resolve("Long.java");
    Files.writeString(file, "\n".repeat(Sizes.MOST_LINES));
    assertThat(Sizes.longFiles(List.of(file))).isEmpty();
    Files.writeString(file, "\n".repeat(Sizes.MOST_LINES + 1));
    assertThat(Sizes.longFiles(List.of(file))).containsExactly(file);
  }

  @Test
  void aCrowdedRoomIsSeen(@TempDir Path room) {
    List<Path> full =
        IntStream.range(0, Sizes.MOST_CLASSES)
            .mapToObj(number -> room.resolve("Class" + number + ".java"))
            .toList();
    assertThat(Sizes.crowdedRooms(full)).isEmpty();
    List<Path> crowded = new ArrayList<>(full);
    crowded.add(room.resolve("package-info.java"));
    assertThat(Sizes.crowdedRooms(crowded)).isEmpty();
    crowded.add(room.resolve("OneMore.java"));
    assertThat(Sizes.crowdedRooms(crowded)).containsExactly(room);
  }
}
