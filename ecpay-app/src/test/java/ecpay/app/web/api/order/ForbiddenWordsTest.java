package ecpay.app.web.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Shop;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every word of seed 002 in every text of an order that reaches ECPay: refused before anything is
 * kept or sent, by rule (R-ORD-10), field and word.
 */
class ForbiddenWordsTest {
  /** Refused wherever they stand. */
  private static final List<String> WORDS =
      List.of(
          "net localgroup",
          "net.exe",
          "nmap.exe",
          "nc.exe",
          "traceroute",
          "tracert",
          "telnet.exe",
          "tclsh",
          "tclsh8",
          "tftp",
          "wguest.exe",
          "wsh.exe",
          "rcmd.exe",
          "ftp.exe",
          "echo",
          "cmd32.exe",
          "cmd.exe",
          "cmd /c",
          "cd /",
          "cd \\",
          "cd ..",
          "chmod +x");

  /** Refused beside a semicolon, a pipe or a backtick. */
  private static final List<String> TOOLS =
      List.of(
          "chgrp", "chmod", "chown", "csh", "cmd", "cpp", "passwd", "python", "perl", "ping", "ps",
          "nasm", "nmap", "nc", "finger", "ftp", "kill", "mail", "xterm", "rm", "ls", "lsof",
          "telnet", "uname", "echo", "id", "g++", "gcc");

  private static final List<String> TAGS = List.of("<br>", "<h1>");

  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  /** A text of an order: how its request says it, with a hole, and how a refusal names it. */
  record Text(String json, String hole, String field) {
    String request(String text) {
      String escaped = text.replace("\\", "\\\\");
      return Shop.order("forbidden").replace(json, hole.replace("%s", escaped));
    }
  }

  static List<Text> texts() {
    return List.of(
        new Text("\"total\"", "\"description\": \"%s\", \"total\"", "description"),
        new Text("\"王小明\"", "\"%s\"", "buyer.name"),
        new Text("\"書籤\"", "\"a %s\"", "lines[1].name"),
        new Text("\"張\"", "\"%s\"", "lines[1].unit"),
        new Text(
            "\"total\": 1000",
            "\"fees\": [{\"name\": \"%s\", \"amount\": 1}], \"total\": 1001",
            "fees[0].name"),
        new Text(
            "\"/ABC.+-1\"",
            "\"/ABC.+-1\", \"company\": {\"number\": \"04595257\", \"name\": \"%s\"}",
            "invoice.company.name"),
        new Text(
            "\"/ABC.+-1\"", "\"/ABC.+-1\", \"print\": {\"address\": \"%s\"}", "invoice.print"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void eachWordIsRefusedByRuleFieldAndWord(Text text) {
    for (String word : WORDS) {
      assertRefused(text, "R-ORD-10", word, word);
      assertRefused(text, "R-ORD-10", word.toUpperCase(Locale.ROOT), word);
    }
    for (String tool : TOOLS) {
      for (String separator : List.of(";", "|", "`")) {
        assertRefused(text, "R-ORD-10", separator + tool, tool);
        assertRefused(text, "R-ORD-10", tool + separator, tool);
      }
    }
    for (String tag : TAGS) {
      assertRefused(text, "R-ORD-09", tag, "");
    }
  }

  private static void assertRefused(Text text, String rule, String written, String word) {
    HttpResponse<String> answer = shop.post("/api/v1/orders?dry_run=true", text.request(written));
    assertThat(answer.statusCode()).as(text.field() + " " + written).isEqualTo(422);
    assertThat(violations(answer))
        .as(text.field() + " " + written)
        .anyMatch(violation ->
            violation.path("rule").asText().equals(rule)
                && violation.path("field").asText().startsWith(text.field())
                && violation.path("message").asText().toLowerCase(Locale.ROOT).contains(word));
  }

  private static Stream<JsonNode> violations(HttpResponse<String> answer) {
    return StreamSupport.stream(Shop.json(answer).path("violations").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aWordThatOnlyContainsOneIsTaken(Text text) {
    for (String harmless : List.of("steps", "ping", "書;筆", "CD")) {
      assertThat(
              violations(shop.post("/api/v1/orders?dry_run=true", text.request(harmless)))
                  .map(violation -> violation.path("rule").asText()))
          .as(text.field() + " " + harmless)
          .doesNotContain("R-ORD-09", "R-ORD-10");
    }
  }
}
