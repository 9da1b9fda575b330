package ecpay.acceptance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rules of the house, each for packages that the caller names, so that the same rule is run on
 * the house and on a small building that breaks it. A rule about an empty package would hold for
 * ever, so every rule first demands that its packages hold classes.
 */
final class HouseRules {
  private HouseRules() {}

  /** Fails when one of the packages, sub-packages included, holds no class. */
  static void demandClasses(JavaClasses house, String... packages) {
    for (String room : packages) {
      if (house.stream().noneMatch(type -> type.getPackageName().startsWith(room))) {
        throw new AssertionError("the rule names " + room + ", which holds no class");
      }
    }
  }

  static ArchRule onTheJdkAlone(String room) {
    return classes()
        .that()
        .resideInAPackage(room + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(room + "..", "java..", "javax.crypto..", "org.jspecify..");
  }

  static ArchRule notOnEachOther(String left, String right) {
    return CompositeArchRule.of(notOn(left, right)).and(notOn(right, left));
  }

  static ArchRule notOn(String user, String used) {
    return noClasses()
        .that()
        .resideInAPackage(user + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(used + "..");
  }

  /** An earlier feature does not know a later one; use cases may know every feature. */
  static ArchRule inThisOrder(String root, List<String> features) {
    CompositeArchRule rule = null;
    for (int i = 0; i < features.size() - 1; i++) {
      String[] later =
          features.subList(i + 1, features.size()).stream()
              .map(feature -> root + "." + feature)
              .toArray(String[]::new);
      ArchRule earlier =
          noClasses()
              .that()
              .resideInAPackage(root + "." + features.get(i))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(later);
      rule = rule == null ? CompositeArchRule.of(earlier) : rule.and(earlier);
    }
    if (rule == null) {
      throw new IllegalArgumentException("an order needs two features");
    }
    return rule;
  }

  /** What a feature is does not depend on what can be done with it. */
  static ArchRule notOnItsUseCases(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage("..usecase..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + "..usecase..");
  }

  static ArchRule withoutCycles(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  static ArchRule onlyFrom(String framework, String... users) {
    return noClasses()
        .that()
        .resideInAPackage("ecpay..")
        .and()
        .resideOutsideOfPackages(users)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(framework);
  }

  /** Money is never floating point. */
  static ArchRule withoutFloatingPoint(String room) {
    return CompositeArchRule.of(
            noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(room + "..")
                .should()
                .haveRawType(FLOATING_POINT))
        .and(
            noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(room + "..")
                .should()
                .haveRawReturnType(FLOATING_POINT));
  }

  private static final DescribedPredicate<JavaClass> FLOATING_POINT =
      DescribedPredicate.describe(
          "a floating-point type",
          type ->
              List.of("float", "double", "java.lang.Float", "java.lang.Double")
                  .contains(type.getName()));

  /** Time comes from a clock that tests can set. */
  static ArchRule onlyBySetClocks(String room) {
    return noClasses()
        .that()
        .resideInAPackage(room + "..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Clock.class, "systemUTC")
        .orShould()
        .callMethod(java.time.Clock.class, "systemDefaultZone");
  }

  /** The packages below {@code root} that show more than one type to the world, with the types. */
  static Map<String, List<String>> roomsWithSeveralDoors(JavaClasses house, String root) {
    return house.stream()
        .filter(type -> type.getPackageName().startsWith(root))
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
        .collect(
            Collectors.groupingBy(
                JavaClass::getPackageName,
                Collectors.mapping(JavaClass::getSimpleName, Collectors.toList())))
        .entrySet()
        .stream()
        .filter(room -> room.getValue().size() > 1)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
