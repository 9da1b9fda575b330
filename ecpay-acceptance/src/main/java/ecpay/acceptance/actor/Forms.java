package ecpay.acceptance.actor;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.acceptance.actor.Web.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The forms of a page, as a browser without scripts would fill them in. */
final class Forms {
  static final String TYPE = "application/x-www-form-urlencoded";

  private Forms() {}

  static Document parse(Answer page) {
    return Jsoup.parse(page.body(), page.url().toString());
  }

  /** The hidden fields of the first form of a page. */
  static Map<String, String> hiddenFields(Document page) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element input : form(page).select("input[type=hidden]")) {
      fields.put(input.attr("name"), input.attr("value"));
    }
    return fields;
  }

  /** Where the first form of a page is sent to. */
  static URI action(Document page) {
    String action = form(page).attr("action");
    return action.isEmpty() ? URI.create(page.location()) : URI.create(form(page).absUrl("action"));
  }

  static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static Element form(Document page) {
    Element form = page.selectFirst("form");
    if (form == null) {
      throw new StoryFailure(page.location() + " has no form: " + page.text(), null);
    }
    return form;
  }
}
