package ecpay.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.Violations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcpayTextTest {
  private static List<String> broken(String text) {
    return Broken.rules(() -> {
      Violations violations = new Violations();
      EcpayText.screen(violations, "text", text);
      violations.throwIfAny();
      return text;
    });
  }

  @Rule("R-ORD-09")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<br>",
        "a<h1>b",
        "</p>",
        "< br / >",
        "<!-- x -->",
        "<a href=\"x\">",
        "<SCRIPT>",
        "< / b>"
      })
  void anHtmlTagIsRefused(String text) {
    assertThat(broken(text)).containsExactly("R-ORD-09 text");
  }

  @Rule("R-ORD-09")
  @ParameterizedTest
  @ValueSource(strings = {"1 < 2 > 0", "a<b", "b>a", "<3>", "<>", "《書》", "5<", "<<12>>"})
  void aComparisonIsNoTag(String text) {
    assertThat(broken(text)).isEmpty();
  }

  @Rule("R-ORD-10")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "net localgroup",
        "net  LocalGroup",
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
        "ECHO",
        "書echo書",
        "an echo.",
        "cmd32.exe",
        "cmd.exe",
        "cmd /c",
        "cmd/c",
        "cd/",
        "cd /",
        "cd \\",
        "cd\\",
        "cd..",
        "cd ..",
        "chmod +x",
        "chmod+x"
      })
  void aWordOfGroupAIsRefusedWherever(String text) {
    assertThat(broken(text)).containsExactly("R-ORD-10 text");
  }

  @Rule("R-ORD-10")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "echoes", "techo", "tracerts", "internet.exe2", "netlocalgroup", "cmd", "cmd /clean", "cd",
        "cd.", "CD 播放器", "chmod", "chmod +xy", "tclsh9", "tftpd", "abcd/e", "net localgroups"
      })
  void aWordThatOnlyContainsOneOfGroupAIsTaken(String text) {
    assertThat(broken(text)).isEmpty();
  }

  @Rule("R-ORD-10")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "chgrp", "chmod", "chown", "csh", "cmd", "cpp", "passwd", "python", "perl", "ping", "ps",
        "nasm", "nmap", "nc", "finger", "ftp", "kill", "mail", "xterm", "rm", "ls", "lsof",
        "telnet", "uname", "id", "g++", "gcc"
      })
  void aWordOfGroupBIsRefusedBesideASeparatorOnly(String word) {
    for (String spelled : List.of(word, word.toUpperCase(Locale.ROOT))) {
      assertThat(broken(spelled)).isEmpty();
      assertThat(broken("書 " + spelled + " 書")).isEmpty();
      for (String separator : List.of(";", "|", "`")) {
        assertThat(broken("書" + separator + spelled)).containsExactly("R-ORD-10 text");
        assertThat(broken("書" + separator + "  " + spelled + " 書"))
            .containsExactly("R-ORD-10 text");
        assertThat(broken(spelled + separator)).containsExactly("R-ORD-10 text");
        assertThat(broken("書" + spelled + " " + separator)).containsExactly("R-ORD-10 text");
        assertThat(broken(separator + "x " + spelled)).isEmpty();
        assertThat(broken(spelled + " x" + separator)).isEmpty();
      }
    }
  }

  @Rule("R-ORD-10")
  @ParameterizedTest
  @ValueSource(
      strings = {"steps; done", "a;idea", "rapid;", "kid|", ";lsx", "; mailbox", "A;B", "a|b`"})
  void aLongerWordBesideASeparatorIsTaken(String text) {
    assertThat(broken(text)).isEmpty();
  }

  @Rule({"R-ORD-09", "R-ORD-10"})
  @Test
  void aTagAndACommandAreToldTogetherTheCommandOnce() {
    assertThat(broken("<b>echo; rm")).containsExactly("R-ORD-09 text", "R-ORD-10 text");
  }

  @Rule("R-ORD-10")
  @Test
  void theMessageQuotesTheWords() {
    Violations violations = new Violations();
    EcpayText.screen(violations, "text", "x ; rm x");
    assertThat(
            Broken.by(() -> {
              violations.throwIfAny();
              return "";
            }))
        .singleElement()
        .satisfies(violation -> assertThat(violation.message()).contains("\"; rm\""));
  }

  @Test
  void aLongTextIsScreenedInLinearTime() {
    assertThat(broken("<a".repeat(20_000))).isEmpty();
    assertThat(broken("cd ".repeat(20_000))).isEmpty();
  }

  @Test
  void blanksAfterABracketAreReadOnce() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> assertThat(broken("<" + " ".repeat(2_000_000) + "/" + " ".repeat(10))).isEmpty());
  }
}
