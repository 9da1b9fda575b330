package ecpay.sandbox.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * ECPay's edge filter: no HTML tags, no words that look like operating-system commands
 * (payments-aio.md section 8; R-ORD-09, R-ORD-10). URLs are left to their own rules.
 */
public final class ForbiddenText {
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]*+>");
  private static final Pattern ESCAPED = Pattern.compile("%26|%3c", Pattern.CASE_INSENSITIVE);
  private static final Pattern GROUP_A =
      Pattern.compile(
          "(?<!\\w)(net\\s+localgroup|(net|nmap|nc|telnet|wguest|wsh|rcmd|ftp|cmd32|cmd)\\.exe"
              + "|traceroute|tracert|tclsh8?|tftp|echo)(?!\\w)"
              + "|(?<!\\w)cmd\\s+/c(?!\\w)|(?<!\\w)cd\\s*(/|\\\\|\\.\\.)"
              + "|(?<!\\w)chmod\\s+\\+x(?!\\w)",
          Pattern.CASE_INSENSITIVE);
  private static final String WORDS =
      "(chgrp|chmod|chown|csh|cmd|cpp|passwd|python|perl|ping|ps|nasm|nmap|nc|finger|ftp|kill|mail"
          + "|xterm|rm|ls|lsof|telnet|uname|echo|id|g\\+\\+|gcc)";
  private static final Pattern GROUP_B =
      Pattern.compile(
          "[;|`]\\s*" + WORDS + "(?!\\w)|(?<!\\w)" + WORDS + "\\s*[;|`]", Pattern.CASE_INSENSITIVE);

  private ForbiddenText() {}

  /** Looks at every text of the object and refuses the first bad one with 10400011. */
  public static void screen(JsonNode data) {
    screen(data, "Data");
  }

  private static void screen(JsonNode node, String path) {
    if (node.isTextual()) {
      if (isForbidden(node.asText())) {
        throw new Refusal(
            Codes.FORBIDDEN_TEXT, "Parameter " + path + " contains a forbidden word or HTML tag.");
      }
      return;
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      screen(node.path(i), path + "[" + i + "]");
    }
    for (var field : node.properties()) {
      var name = field.getKey();
      screen(field.getValue(), path.equals("Data") ? name : path + "." + name);
    }
  }

  static boolean isForbidden(String text) {
    if (text.startsWith("https://") || text.startsWith("http://")) {
      return false;
    }
    return TAG.matcher(text).find()
        || ESCAPED.matcher(text).find()
        || GROUP_A.matcher(text).find()
        || GROUP_B.matcher(text).find();
  }
}
