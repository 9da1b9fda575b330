package ecpay.acceptance.actor;

import ecpay.acceptance.actor.Web.Answer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** ECPay's own page in a buyer's browser, played by HTTP. */
public final class EcpayPage {
  private static final String CODE = "1234";

  private final Web web;
  private final Document page;

  private EcpayPage(Web web, Document page) {
    this.web = web;
    this.page = page;
  }

  /** Follows the form of a shop's page to ECPay's. */
  static EcpayPage from(Web web, Document shopPage) {
    return new EcpayPage(web, shopPage).sends(Forms.action(shopPage), Forms.hiddenFields(shopPage));
  }

  /**
   * Chooses how to pay.
   *
   * @param method as ChoosePayment writes it
   * @param more what is typed beside it
   */
  public EcpayPage chooses(String method, Map<String, String> more) {
    Element form = page.selectFirst("form#" + method);
    if (form == null) {
      throw new StoryFailure("ECPay's page does not offer " + method + ": " + page.text(), null);
    }
    Map<String, String> fields = new LinkedHashMap<>(more);
    fields.put("method", method);
    return sends(URI.create(form.absUrl("action")), fields);
  }

  /** Confirms at the bank or in the wallet. */
  public EcpayPage confirms() {
    return sends(URI.create(page.location()), Map.of("action", "confirm", "code", CODE));
  }

  /** The browser carries the result back to the shop (OrderResultURL); gives the shop's page. */
  public String comesBack() {
    Answer answer =
        web.post(Forms.action(page), Forms.TYPE, Forms.encode(Forms.hiddenFields(page)), Map.of());
    URI result = answer.expect(303).redirect();
    return Forms.parse(web.get(result, Map.of()).expect(200)).text();
  }

  /** Follows the link back to the shop (ClientBackURL); gives the shop's page. */
  public String goesBack() {
    Element link = page.selectFirst("a[href*=/back/]");
    if (link == null) {
      throw new StoryFailure("ECPay's page has no way back: " + page.text(), null);
    }
    URI result = web.get(URI.create(link.absUrl("href")), Map.of()).expect(303).redirect();
    return Forms.parse(web.get(result, Map.of()).expect(200)).text();
  }

  /** What it says. */
  public String text() {
    return page.text();
  }

  private EcpayPage sends(URI action, Map<String, String> fields) {
    Answer answer = web.post(action, Forms.TYPE, Forms.encode(fields), Map.of());
    return new EcpayPage(web, Forms.parse(answer.expect(200)));
  }
}
