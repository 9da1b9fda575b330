package ecpay.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.acceptance.operations.Operation.Group;
import ecpay.acceptance.rules.Sources;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/operations.md} are made from the sources and {@code operations.txt}:
 * {@code -Decpay.operations.write=true} writes them anew. That a story uses what the table says is
 * seen by {@code StoriesTest} in the sandbox's journal.
 */
class OperationTableTest {
  private static final String FIRST_HEADING = "\n## ";
  private static final String DOCUMENT = "operations.md";

  private final List<Operation> operations = Operation.all();
  private final OperationTable table = new OperationTable();

  private static Set<String> ids(List<Operation> operations, Predicate<Operation> wanted) {
    return operations.stream()
        .filter(wanted)
        .map(Operation::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyOperationOfTheReferenceHasOneLine() {
    assertThat(
            operations.stream()
                .collect(Collectors.groupingBy(Operation::group, Collectors.counting())))
        .isEqualTo(Map.of(Group.ECPG, 14L, Group.AIO, 9L, Group.INVOICE, 26L, Group.CALLBACK, 11L));
    assertThat(operations).extracting(Operation::id).doesNotHaveDuplicates();
  }

  @Test
  void everyOperationHasAClassInThePlatform() {
    assertThat(ids(operations, it -> table.platformOf(it).isEmpty()))
        .as("without a class")
        .isEmpty();
  }

  @Test
  void everyOperationHasAStory() {
    assertThat(ids(operations, it -> !it.isTold())).as("without a story").isEmpty();
    assertThat(operations)
        .filteredOn(Operation::isTold)
        .allSatisfy(it -> assertThat(table.hasStory(it.story())).as(it.story()).isTrue());
  }

  @Test
  void aStoryCitesWhatTheBrowserBringsForTheJournalDoesNotSeeIt() {
    assertThat(operations)
        .filteredOn(it -> it.comesByBrowser() && it.isTold())
        .isNotEmpty()
        .allSatisfy(it ->
            assertThat(table.isCitedBy(it.story(), it))
                .as("%s in %s", it.id(), it.story())
                .isTrue());
  }

  @Test
  void theSandboxPlaysEveryOperationAndStageIsSpokenOf() {
    assertThat(operations)
        .allSatisfy(it -> {
          assertThat(table.sandboxOf(it)).as("who plays %s", it.id()).isNotEmpty();
          assertThat(it.stage()).as("stage of %s", it.id()).isNotBlank();
        });
  }

  @Test
  void theTablesInTheDocumentAreWhatTheSourcesSay() {
    String document = Sources.doc(DOCUMENT);
    String wanted =
        document.substring(0, document.indexOf(FIRST_HEADING) + 1) + table.markdown(operations);
    if (Boolean.getBoolean("ecpay.operations.write")) {
      Sources.write(Sources.docPath(DOCUMENT), wanted);
    }
    assertThat(Sources.doc(DOCUMENT))
        .as("run it with -Decpay.operations.write=true to write the tables anew")
        .isEqualTo(wanted);
  }
}
