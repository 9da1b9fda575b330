package ecpay.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a request can be refused with is promised by the contract and told by the guide. */
class ProblemCodeTest {
  private static final Pattern PROMISED =
      Pattern.compile("(?m)^ {8}code:\n {10}type: string\n.*\n {10}enum:\n((?: {12}- [a-z_]+\n)+)");
  private static final Pattern TOLD =
      Pattern.compile("(?m)^\\| ([0-9]{3} \\| `[a-z_]+`) \\| [^|]{10,} \\|$");

  @Test
  void theContractPromisesEveryCodeAndNoOther() throws IOException {
    Matcher promised =
        PROMISED.matcher(Files.readString(Path.of("src/main/resources/openapi.yaml")));
    assertThat(promised.find()).isTrue();
    assertThat(promised.group(1).lines().map(line -> line.strip().substring(2)))
        .containsExactlyElementsOf(
            Arrays.stream(ProblemCode.values()).map(ProblemCode::word).toList());
  }

  @Test
  void theGuideTellsWhatEveryCodeMeansAndItsStatus() throws IOException {
    List<String> told =
        TOLD.matcher(Files.readString(Path.of("../docs/api.md")))
            .results()
            .map(row -> row.group(1))
            .toList();
    assertThat(told)
        .containsExactlyElementsOf(
            Arrays.stream(ProblemCode.values())
                .map(code -> code.status().getCode() + " | `" + code.word() + "`")
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "400, bad_request",
    "404, not_found",
    "409, bad_request",
    "418, bad_request",
    "500, internal_error",
    "503, service_unavailable",
    "507, internal_error"
  })
  void aStatusWithoutACodeOfItsOwnIsAnsweredAsTheNearest(int status, String word) {
    assertThat(ProblemCode.of(status).word()).isEqualTo(word);
  }
}
