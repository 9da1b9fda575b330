package ecpay.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.acceptance.operations.Operation;
import ecpay.acceptance.target.SandboxTarget;
import ecpay.acceptance.target.SharedSandbox;
import ecpay.acceptance.target.StageTarget;
import ecpay.acceptance.target.Target;
import ecpay.acceptance.target.TestDatabase;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Narrator;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every story on the chosen target: the sandbox, or with {@code -Decpay.target=stage} ECPay's
 * stage, which needs {@code -Decpay.stage.public-url} (an address of this machine that ECPay
 * reaches).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoriesTest {
  /** What each story that was played has used, as {@link Operation#wireOf} names it. */
  private final Map<String, Set<String>> used = new TreeMap<>();

  private final Target target = chosen();

  private static Target chosen() {
    String name = System.getProperty("ecpay.target", "sandbox");
    return switch (name) {
      case "sandbox" -> start(SharedSandbox.BEGIN);
      case "stage" -> {
        Map<String, String> settings = new TreeMap<>(TestDatabase.settings());
        settings.put("public-url", System.getProperty("ecpay.stage.public-url", ""));
        yield StageTarget.start(settings);
      }
      default ->
          throw new IllegalArgumentException("ecpay.target is sandbox or stage, not " + name);
    };
  }

  private static Target start(Instant begin) {
    try {
      return SandboxTarget.start(TestDatabase.settings(), begin);
    } catch (IOException cannotListen) {
      throw new UncheckedIOException(cannotListen);
    }
  }

  @AfterAll
  void close() {
    target.close();
  }

  @BeforeAll
  void sayWhatStageCannotPlay() {
    if (target.isStage()) {
      try (Cast cast = target.cast(Narrator.SILENT)) {
        Stories.all(cast, "reason").stream()
            .filter(story -> !story.whyNotOnStage().isEmpty())
            .map(StoriesTest::whyNotOnStage)
            .forEach(System.out::println);
      }
    }
  }

  private static String whyNotOnStage(Story story) {
    return story.whyNotOnStage().stream()
        .map(StageLimit::why)
        .collect(
            Collectors.joining(
                "; ", "Not on stage: " + story.getClass().getSimpleName() + ": ", ""));
  }

  @TestFactory
  Stream<DynamicTest> everyStoryEndsAsTold() {
    Cast cast = target.cast(Narrator.SILENT);
    List<Story> stories =
        Stories.all(cast, "story-" + UUID.randomUUID()).stream()
            .filter(story -> !target.isStage() || story.whyNotOnStage().isEmpty())
            .toList();
    assertThat(stories).isNotEmpty();
    Stream<DynamicTest> plays =
        stories.stream()
            .map(story ->
                DynamicTest.dynamicTest(
                    story.getClass().getSimpleName(), () -> playAndLook(story, cast)));
    return target.isStage() ? plays : Stream.concat(plays, Stream.of(everyOperationIsUsed()));
  }

  private void playAndLook(Story story, Cast cast) {
    Wire wire = new Wire(cast);
    assertThat(story.play()).isNotEmpty().allMatch(Fact::holds);
    used.put(
        story.getClass().getSimpleName(),
        wire.all().map(Operation::wireOf).collect(Collectors.toSet()));
  }

  /** Looks back at what went over the wire in each story. */
  private DynamicTest everyOperationIsUsed() {
    return DynamicTest.dynamicTest(
        "every operation and callback is used in the story that docs/operations.md names",
        () ->
            assertThat(Operation.all())
                .filteredOn(operation -> operation.isTold() && !operation.comesByBrowser())
                .isNotEmpty()
                .extracting(this::whereItIsMissing)
                .containsOnly(""));
  }

  private String whereItIsMissing(Operation operation) {
    return used.getOrDefault(operation.story(), Set.of()).contains(operation.wire())
        ? ""
        : "%s is not in %s, but in %s"
            .formatted(operation.wire(), operation.story(), storiesWith(operation.wire()));
  }

  private List<String> storiesWith(String wire) {
    return used.entrySet().stream()
        .filter(story -> story.getValue().contains(wire))
        .map(Map.Entry::getKey)
        .toList();
  }
}
