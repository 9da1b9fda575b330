package ecpay.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.app.command.PlayedPlatform.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a command: its output, its lines on the error, its exit code. */
class CommandOutcomesTest {
  private static final String ROWS = "\uFEFF發票號碼 Invoice number,x\r\nAB12345678,茶\r\n";
  private static final String LAST = "合計,1\r\n";

  @TempDir private Path folder;

  @Test
  void anAnswerIsShownAsReadableJsonWithEveryDigit() throws IOException {
    try (PlayedPlatform platform =
        PlayedPlatform.answering(
            201, "{\"name\":\"茶\",\"price\":1.0000000,\"n\":12345678901234567890}")) {
      Result result = platform.run("{}", "order", "place");
      assertThat(result)
          .isEqualTo(
              new Result(
                  0,
                  """
                  {
                    "name" : "茶",
                    "price" : 1.0000000,
                    "n" : 12345678901234567890
                  }
                  """,
                  ""));
    }
  }

  @Test
  void aRefusalIsALinePerViolationAndExitCodeOne() throws IOException {
    String problem =
        """
        {"title": "x", "status": 422, "code": "rule_violation", "detail": "it breaks 2 rule(s)",
         "violations": [
           {"rule": "R-INV-14", "field": "invoice.carrierNumber", "message": "no barcode"},
           {"rule": "R-INV-07", "field": "lines[0].name", "message": "too\\nlong \\u001b[31m"},
           {"rule": "R-PAY-14", "field": "", "message": "the card is locked"}]}
        """;
    try (PlayedPlatform platform = PlayedPlatform.answering(422, problem)) {
      Result result = platform.run("{}", "order", "preview");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.out()).isEmpty();
      assertThat(result.err().lines())
          .containsExactly(
              "422 rule_violation: it breaks 2 rule(s)",
              "  R-INV-14  invoice.carrierNumber: no barcode",
              "  R-INV-07  lines[0].name: too long  [31m",
              "  R-PAY-14: the card is locked");
    }
  }

  @Test
  void whatFailsOnTheOtherSideIsExitCodeThreeAndNamesItsLogLines() throws IOException {
    String problem =
        """
        {"code": "ecpay_unreachable", "detail": "ECPay did not answer", "correlationId": "c-1"}
        """;
    try (PlayedPlatform platform = PlayedPlatform.answering(502, problem)) {
      Result result = platform.run("", "invoice", "at-ecpay", "i1");
      assertThat(result.exit()).isEqualTo(3);
      assertThat(result.err().lines())
          .containsExactly(
              "502 ecpay_unreachable: ECPay did not answer", "  its log lines bear c-1");
    }
  }

  @Test
  void anAnswerThatIsNotThePlatformsIsNotShown() throws IOException {
    try (PlayedPlatform platform = PlayedPlatform.answering(302, "<html>log in</html>")) {
      Result result = platform.run("", "order", "show", "o1");
      assertThat(result.exit()).isEqualTo(3);
      assertThat(result.err()).contains("302 unexpected_answer").doesNotContain("html");
    }
  }

  @Test
  void whereNothingListensNothingIsDone() throws IOException {
    try (Socket silent = new Socket()) {
      // Its port is nobody else's, and nobody listens there.
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String url = "http://127.0.0.1:" + silent.getLocalPort();
      Result result =
          PlayedPlatform.runAnywhere(
              Map.of("ECPAY_API_KEY", "k", "ECPAY_URL", url), "", "tracks", "stock");
      assertThat(result.exit()).isEqualTo(3);
      assertThat(result.err())
          .startsWith("cannot ask " + url)
          .contains("start it", "--url", "ECPAY_URL")
          .hasLineCount(1);
    }
  }

  @Test
  void theKeyComesFromAFileAndIsNeverShown() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "k-from-file\n");
    try (PlayedPlatform platform = PlayedPlatform.answering(401, "{}")) {
      Result result = platform.run("", "order", "show", "o1", "--api-key-file", file.toString());
      assertThat(platform.heard.getFirst().authorization()).isEqualTo("Bearer k-from-file");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.out() + result.err()).doesNotContain("k-from-file");
    }
  }

  @Test
  void withoutAKeyOrWithAnUnusableOneNothingIsAsked() throws IOException {
    try (PlayedPlatform platform = PlayedPlatform.answering(200, "{}")) {
      Map<String, String> none = Map.of("ECPAY_API_KEY", " ");
      assertThat(platform.run(none, "", "tracks", "stock").exit()).isEqualTo(2);
      Result broken = platform.run(Map.of("ECPAY_API_KEY", "two\nlines"), "", "tracks", "stock");
      assertThat(broken.exit()).isEqualTo(2);
      assertThat(broken.err()).doesNotContain("two");
      Path large = Files.writeString(folder.resolve("large"), "k".repeat(2000));
      assertThat(platform.run("", "tracks", "stock", "--api-key-file", large.toString()).exit())
          .isEqualTo(2);
      Path absent = folder.resolve("absent");
      assertThat(platform.run("", "tracks", "stock", "--api-key-file", absent.toString()).exit())
          .isEqualTo(2);
      assertThat(platform.heard).isEmpty();
    }
  }

  @Test
  void whatMakesNoSenseIsNotAsked() throws IOException {
    try (PlayedPlatform platform = PlayedPlatform.answering(200, "{}")) {
      String[][] wrong = {
        {"order", "show"},
        {"order", "show", "o1", "--reference", "A"},
        {"invoice", "show", ".."},
        {"invoice", "void", "i1"},
        {"invoice", "compare"},
        {"order", "place", "--json", folder.resolve("absent.json").toString()},
        {"export", "everything", "115-6"},
        {"export", "totals", "115-6", "--out", folder.resolve("no/such/file").toString()},
        {"tracks", "stock", "--url", "ftp://127.0.0.1"},
        {"tracks", "stock", "--url", "http://user:word@127.0.0.1"},
      };
      for (String[] words : wrong) {
        assertThat(platform.run("", words).exit()).as(String.join(" ", words)).isEqualTo(2);
      }
      assertThat(platform.heard).isEmpty();
    }
  }

  @Test
  void aWrongCommandLineIsToldInALineWithTheWayToItsHelp() throws IOException {
    assertThat(wrong("invoice", "void", "i1").lines())
        .containsExactly(
            "Missing required option: '--reason=TEXT'", "See: ecpay invoice void --help");
    assertThat(wrong("allowance", "settle", "a1").lines())
        .containsExactly(
            "Missing required argument (specify one of these):"
                + " (--number=NUMBER | --never-happened)",
            "See: ecpay allowance settle --help");
    assertThat(wrong("refunds").lines())
        .contains("Unmatched argument at index 0: 'refunds'", "See: ecpay --help")
        .anyMatch(line -> line.startsWith("Did you mean: ecpay refund"));
    assertThat(wrong("refund")).contains("Missing required subcommand", "tasks", "capture");
  }

  @Test
  void aFileThatCannotBeUsedIsNamedWithTheReason() throws IOException {
    Path absent = folder.resolve("absent");
    assertThat(wrong("order", "place", "--json", absent.toString()))
        .isEqualTo("cannot read %s: no such file or folder%n".formatted(absent));
    assertThat(wrong("order", "place", "--json", folder.toString()))
        .startsWith("cannot read %s: ".formatted(folder))
        .hasLineCount(1);
    assertThat(wrong("reconcile", absent.toString(), "--kind", "TradeNoAio"))
        .isEqualTo("cannot read %s: no such file or folder%n".formatted(absent));
    assertThat(wrong("tracks", "stock", "--api-key-file", absent.toString()))
        .isEqualTo("cannot read %s: no such file or folder%n".formatted(absent));
    Path nowhere = absent.resolve("totals.csv");
    assertThat(wrong("export", "totals", "115-6", "--out", nowhere.toString()))
        .isEqualTo("cannot write %s.part: no such file or folder%n".formatted(nowhere));
  }

  private static String wrong(String... words) throws IOException {
    try (PlayedPlatform platform = PlayedPlatform.answering(200, "{}")) {
      Result result = platform.run("", words);
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(platform.heard).isEmpty();
      return result.err();
    }
  }

  @Test
  void jsonComesFromAFileAsWell() throws IOException {
    Path file = Files.writeString(folder.resolve("fix.json"), "{\"corrections\":{}}");
    try (PlayedPlatform platform = PlayedPlatform.answering(200, "{}")) {
      platform.run("not this", "invoice", "retry", "i1", "--json", file.toString());
      assertThat(platform.heard.getFirst().body()).isEqualTo("{\"corrections\":{}}");
    }
  }

  @Test
  void anExportGoesToTheOutputByteByByte() throws IOException {
    try (PlayedPlatform platform = PlayedPlatform.answering(200, ROWS + LAST)) {
      assertThat(platform.run("", "export", "invoices", "115-6"))
          .isEqualTo(new Result(0, ROWS + LAST, ""));
    }
  }

  @Test
  void anExportToAFileIsThereOnlyWhenItIsWhole() throws IOException {
    Path file = folder.resolve("invoices.csv");
    Files.writeString(file, "of last year");
    try (PlayedPlatform platform = PlayedPlatform.answering(200, ROWS)) {
      Result cut = platform.run("", "export", "invoices", "115-6", "--out", file.toString());
      assertThat(cut.exit()).isEqualTo(3);
      assertThat(cut.err()).contains("did not come whole").hasLineCount(1);
      assertThat(file).hasContent("of last year");
    }
    try (PlayedPlatform platform = PlayedPlatform.answering(200, ROWS + LAST)) {
      Result whole = platform.run("", "export", "invoices", "115-6", "--out", file.toString());
      assertThat(whole).isEqualTo(new Result(0, "", ""));
      assertThat(Files.readString(file)).isEqualTo(ROWS + LAST);
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aConnectionThatBreaksInTheMiddleIsExitCodeThree() throws IOException {
    try (PlayedPlatform platform =
        new PlayedPlatform(exchange -> {
          byte[] part = (ROWS + LAST).getBytes(UTF_8);
          exchange.sendResponseHeaders(200, part.length + 100);
          exchange.getResponseBody().write(part);
          exchange.getResponseBody().flush();
        })) {
      Result result = platform.run("", "export", "voids", "115-6");
      assertThat(result.exit()).isEqualTo(3);
      assertThat(result.err()).contains("did not come whole");
    }
  }

  @Test
  void anExportThatIsRefusedWritesNoFile() throws IOException {
    Path file = folder.resolve("totals.csv");
    String problem =
        """
        {"code": "rule_violation", "detail": "it breaks 1 rule(s)", "violations": [
          {"rule": "R-INV-30", "field": "term", "message": "a term is written as in 115-6"}]}
        """;
    try (PlayedPlatform platform = PlayedPlatform.answering(422, problem)) {
      Result result = platform.run("", "export", "totals", "2026-6", "--out", file.toString());
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).contains("R-INV-30  term: a term is written as in 115-6");
      assertThat(folder).isEmptyDirectory();
    }
  }
}
