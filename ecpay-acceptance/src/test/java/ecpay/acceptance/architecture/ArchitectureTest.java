package ecpay.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import ecpay.acceptance.rules.Sources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The house keeps to its plan. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("ecpay");

  private static final List<String> FEATURES =
      List.of(
          "rule",
          "time",
          "identity",
          "transaction",
          "answer",
          "clock",
          "text",
          "money",
          "contact",
          "merchant",
          "inbox",
          "order",
          "journal",
          "pricing",
          "check",
          "payment.offer",
          "payment.report",
          "payment",
          "card",
          "boundcard",
          "contract",
          "invoice.document",
          "invoice",
          "invoice.deadline",
          "invoice.delay",
          "track",
          "allowance.document",
          "allowance",
          "refund",
          "bookkeeping",
          "notification",
          "reconciliation",
          "followup",
          "event");

  private static void holds(ArchRule rule, String... packages) {
    HouseRules.demandClasses(HOUSE, packages);
    rule.check(HOUSE);
  }

  @Test
  void theDomainStandsOnTheJdkAlone() {
    holds(HouseRules.onTheJdkAlone("ecpay.domain"), "ecpay.domain");
  }

  @Test
  void theCryptoStandsOnTheJdkAlone() {
    holds(HouseRules.onTheJdkAlone("ecpay.crypto"), "ecpay.crypto");
  }

  @Test
  void theAdaptersDoNotKnowEachOther() {
    holds(
        HouseRules.notOnEachOther("ecpay.adapter.http", "ecpay.adapter.persistence"),
        "ecpay.adapter.http",
        "ecpay.adapter.persistence");
  }

  @Test
  void theAdaptersDoNotKnowTheApp() {
    holds(HouseRules.notOn("ecpay.adapter", "ecpay.app"), "ecpay.adapter", "ecpay.app");
  }

  @Test
  void theSandboxAndTheDomainHaveNeverMet() {
    holds(
        HouseRules.notOnEachOther("ecpay.sandbox", "ecpay.domain"),
        "ecpay.sandbox",
        "ecpay.domain");
  }

  @Test
  void theSandboxKnowsNeitherTheAdaptersNorTheApp() {
    holds(HouseRules.notOn("ecpay.sandbox", "ecpay.adapter"), "ecpay.sandbox", "ecpay.adapter");
    holds(HouseRules.notOn("ecpay.sandbox", "ecpay.app"), "ecpay.sandbox", "ecpay.app");
  }

  @Test
  void aFeatureKnowsOnlyEarlierOnes() {
    holds(
        HouseRules.inThisOrder("ecpay.domain", FEATURES),
        FEATURES.stream().map(feature -> "ecpay.domain." + feature).toArray(String[]::new));
  }

  @Test
  void everyRoomOfTheDomainHasItsPlaceInThatOrder() {
    assertThat(HOUSE.stream().map(JavaClass::getPackageName))
        .filteredOn(room -> room.startsWith("ecpay.domain.") && !room.contains(".usecase"))
        .hasSameElementsAs(FEATURES.stream().map(feature -> "ecpay.domain." + feature).toList());
  }

  @Test
  void aFeatureDoesNotKnowItsUseCases() {
    holds(HouseRules.notOnItsUseCases("ecpay.domain"), "ecpay.domain.payment.usecase");
  }

  @Test
  void theDomainHasNoCycles() {
    holds(HouseRules.withoutCycles("ecpay.domain"), "ecpay.domain");
  }

  @Test
  void theAppHasNoCycles() {
    holds(HouseRules.withoutCycles("ecpay.app"), "ecpay.app");
  }

  @Test
  void theSandboxHasNoCycles() {
    holds(HouseRules.withoutCycles("ecpay.sandbox"), "ecpay.sandbox");
  }

  @Test
  void theAdaptersHaveNoCycles() {
    holds(HouseRules.withoutCycles("ecpay.adapter"), "ecpay.adapter");
  }

  @Test
  void thePlayHasNoCycles() {
    holds(HouseRules.withoutCycles("ecpay.acceptance"), "ecpay.acceptance");
  }

  @Test
  void anAdapterPackageHasOneDoor() {
    HouseRules.demandClasses(HOUSE, "ecpay.adapter");
    assertThat(HouseRules.roomsWithSeveralDoors(HOUSE, "ecpay.adapter")).isEmpty();
  }

  @Test
  void onlyTheAppKnowsJavalin() {
    holds(HouseRules.onlyFrom("io.javalin..", "ecpay.app.."), "ecpay.app");
    assertThat(usersOf("io.javalin")).as("the rule is about a library in use").isPositive();
  }

  @Test
  void onlyTheAppAndTheAdaptersModulesKnowGuice() {
    holds(
        HouseRules.onlyFrom("com.google.inject..", "ecpay.app..", "ecpay.adapter.."),
        "ecpay.app",
        "ecpay.adapter");
    assertThat(usersOf("com.google.inject")).as("the rule is about a library in use").isPositive();
  }

  @Test
  void insideAnAdapterOnlyTheModuleKnowsGuice() {
    HouseRules.demandClasses(HOUSE, "ecpay.adapter");
    assertThat(HOUSE.stream())
        .filteredOn(type -> type.getPackageName().startsWith("ecpay.adapter"))
        .filteredOn(type ->
            type.getDirectDependenciesFromSelf().stream()
                .anyMatch(
                    use -> use.getTargetClass().getPackageName().startsWith("com.google.inject")))
        .allSatisfy(
            type -> assertThat(type.getName()).as("knows Guice").matches(".*Module(\\$.*)?"));
  }

  @Test
  void theDomainHasNoFloatingPoint() {
    holds(HouseRules.withoutFloatingPoint("ecpay.domain"), "ecpay.domain");
  }

  @Test
  void theDomainReadsNoClockOfItsOwn() {
    holds(HouseRules.onlyBySetClocks("ecpay.domain"), "ecpay.domain");
  }

  @Test
  void aFileAndARoomAreTakenInAtOneSitting() {
    List<Path> files = Sources.javaFiles();
    assertThat(files).isNotEmpty();
    assertThat(Sizes.longFiles(files)).isEmpty();
    assertThat(Sizes.crowdedRooms(files)).isEmpty();
  }

  private static long usersOf(String library) {
    return HOUSE.stream()
        .filter(type ->
            type.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> use.getTargetClass().getPackageName().startsWith(library)))
        .count();
  }
}
