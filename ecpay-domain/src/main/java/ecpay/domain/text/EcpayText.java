package ecpay.domain.text;

import ecpay.domain.rule.Violations;
import java.util.List;
import java.util.regex.Pattern;

/** Refuses, before anything is sent, the text that ECPay's edge filter would refuse (seed 002). */
public final class EcpayText {
  /** Possessive, so that a long run of blanks is read once. */
  private static final Pattern HTML_TAG = Pattern.compile("<\\s*+/?+\\s*+[A-Za-z!][^>]{0,1000}+>");

  private static final String WORD_START = "(?<![A-Za-z0-9])";
  private static final String WORD_END = "(?![A-Za-z0-9])";

  private static final Pattern COMMAND =
      anyOf(
          List.of(
              word("net\\s+localgroup"),
              word("(?:net|nmap|nc|telnet|wguest|wsh|rcmd|ftp|cmd32|cmd)\\.exe"),
              word("(?:traceroute|tracert|tclsh8?|tftp|echo)"),
              WORD_START + "cmd\\s*/c" + WORD_END,
              WORD_START + "cd\\s*(?:[/\\\\]|\\.\\.)",
              WORD_START + "chmod\\s*\\+x" + WORD_END));

  private static final String TOOLS =
      "(?:chgrp|chmod|chown|csh|cmd|cpp|passwd|python|perl|ping|ps|nasm|nmap|nc|finger|ftp|kill"
          + "|mail|xterm|rm|lsof|ls|telnet|uname|echo|id|gcc)"
          + WORD_END
          + "|g\\+\\+";

  private static final Pattern ATTACHED_COMMAND =
      Pattern.compile(
          "[;|`]\\s*(?:" + TOOLS + ")|" + WORD_START + "(?:" + TOOLS + ")\\s*[;|`]",
          Pattern.CASE_INSENSITIVE);

  /** What breaks a hosted order, and what ECPay decodes before it looks at it (seed 002). */
  private static final Pattern HOSTED_SYMBOL =
      Pattern.compile("[;|`<>]|%26|%3C", Pattern.CASE_INSENSITIVE);

  private EcpayText() {}

  /**
   * Reports under {@code field}: an HTML tag (R-ORD-09), a command word, or a tool's name beside a
   * shell separator (R-ORD-10). Words count whole and in any case.
   */
  public static void screen(Violations violations, String field, String text) {
    violations.require(
        !HTML_TAG.matcher(text).find(),
        "R-ORD-09",
        field,
        "ECPay refuses HTML tags in text: write it without < and >");
    var command = COMMAND.matcher(text);
    if (command.find()) {
      violations.require(false, "R-ORD-10", field, refused(command.group()));
      return;
    }
    var attached = ATTACHED_COMMAND.matcher(text);
    if (attached.find()) {
      violations.require(false, "R-ORD-10", field, refused(attached.group()));
    }
  }

  /**
   * {@link #screen}, and the special symbols that break an order on ECPay's hosted page (R-ORD-10,
   * seed 002).
   */
  public static void screenHosted(Violations violations, String field, String text) {
    screen(violations, field, text);
    var symbol = HOSTED_SYMBOL.matcher(text);
    if (symbol.find()) {
      violations.require(
          false,
          "R-ORD-10",
          field,
          "ECPay's page takes no \"%s\": leave it out".formatted(symbol.group()));
    }
  }

  private static String refused(String words) {
    return "ECPay's filter takes \"" + words.strip() + "\" for a command: use other words";
  }

  private static String word(String pattern) {
    return WORD_START + pattern + WORD_END;
  }

  private static Pattern anyOf(List<String> patterns) {
    return Pattern.compile(String.join("|", patterns), Pattern.CASE_INSENSITIVE);
  }
}
