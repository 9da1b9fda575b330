package ecpay.acceptance.actor;

import ecpay.acceptance.actor.Web.Answer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Somebody who pays, playing by HTTP what a browser does on the buyer's pages. Only ECPay's
 * embedded form needs a script in a browser; here its fields go straight to where the sandbox's
 * script sends them.
 */
public final class Buyer {
  /** Approved after 3-D Secure, on the sandbox as on ECPay's stage. */
  public static final String GOOD_CARD = "4311952222222222";

  /** Approved at once on the sandbox, without 3-D Secure. */
  public static final String CARD_WITHOUT_3D = "4311952222220001";

  /** Refused by the bank on the sandbox, after 3-D Secure. */
  public static final String REFUSED_CARD = "4311952222220058";

  private static final String CODE = "1234";

  private final Optional<URI> ecpayForm;
  private final Web web;

  /**
   * @param sandbox where the sandbox listens; empty where only ECPay's own script takes cards
   */
  public Buyer(Optional<URI> sandbox, Web web) {
    this.ecpayForm = sandbox.map(there -> there.resolve("/sandbox/pay-token"));
    this.web = web;
  }

  /** Opens the shop's payment page and gives what ECPay's form is opened with. */
  public String opens(URI payPage) {
    Document page = Forms.parse(web.get(payPage, Map.of()).expect(200));
    Element form = page.selectFirst("[data-token]");
    if (form == null || page.selectFirst("#ECPayPayment") == null) {
      throw new StoryFailure(payPage + " does not show ECPay's form", null);
    }
    return form.attr("data-token");
  }

  /** Goes from the shop's payment page to ECPay's own (AIO). */
  public EcpayPage goesToEcpay(URI payPage) {
    Answer page = web.get(payPage, Map.of()).expect(200);
    return EcpayPage.from(web, Forms.parse(page));
  }

  /** Fills in a card and sends it; gives the page to which the browser is sent. */
  public URI paysByCard(URI payPage, String token, String card) {
    return pays(
        payPage,
        token,
        """
        "Method":"CARD","CardNumber":"%s","CardExpiry":"12/49","CardCVV":"222"\
        """
            .formatted(card));
  }

  /**
   * Fills in ECPay's form and sends it; gives the page to which the browser is sent.
   *
   * @param choice members of a JSON object, as the sandbox's script sends them
   */
  public URI pays(URI payPage, String token, String choice) {
    String form = "{\"Token\":\"%s\",%s}".formatted(token, choice);
    URI desk =
        ecpayForm.orElseThrow(
            () -> new StoryFailure("ECPay's own form needs its script in a browser", null));
    Answer answer = web.post(desk, "application/json", form, Map.of()).expect(200);
    String payToken = Json.read(answer.body()).path("PayToken").asText();
    return web.post(payPage, Forms.TYPE, Forms.encode(Map.of("PayToken", payToken)), Map.of())
        .expect(303)
        .redirect();
  }

  /** Types the code on the bank's page, and lets the browser carry the result back to the shop. */
  public Document confirmsAtTheBank(URI bankPage) {
    web.get(bankPage, Map.of()).expect(200);
    Map<String, String> code = new LinkedHashMap<>();
    code.put("code", CODE);
    code.put("action", "confirm");
    Document back =
        Forms.parse(web.post(bankPage, Forms.TYPE, Forms.encode(code), Map.of()).expect(200));
    Answer answer =
        web.post(Forms.action(back), Forms.TYPE, Forms.encode(Forms.hiddenFields(back)), Map.of());
    URI result = answer.expect(303).redirect();
    return Forms.parse(web.get(result, Map.of()).expect(200));
  }

  /** Types the code on the bank's page, where nothing leads back to the shop. */
  public void passesTheBank(URI bankPage) {
    web.get(bankPage, Map.of()).expect(200);
    web.post(
            bankPage, Forms.TYPE, Forms.encode(Map.of("code", CODE, "action", "confirm")), Map.of())
        .expect(200);
  }

  /** Fills in a card that is to be bound; gives the page to which the browser is sent. */
  public URI bindsACard(URI bindPage, String card) {
    String token = opens(bindPage);
    String form =
        """
        {"Token":"%s","CardNumber":"%s","CardExpiry":"12/49","CardCVV":"222"}\
        """
            .formatted(token, card);
    URI desk =
        ecpayForm
            .orElseThrow(
                () -> new StoryFailure("ECPay's own form needs its script in a browser", null))
            .resolve("/sandbox/bind-token");
    Answer answer = web.post(desk, "application/json", form, Map.of()).expect(200);
    String payToken = Json.read(answer.body()).path("BindCardPayToken").asText();
    return web.post(
            bindPage, Forms.TYPE, Forms.encode(Map.of("BindCardPayToken", payToken)), Map.of())
        .expect(303)
        .redirect();
  }

  /** Opens the link of a mail and confirms what it asks. */
  public void agreesTo(URI link) {
    Document page = Forms.parse(web.get(link, Map.of()).expect(200));
    web.post(Forms.action(page), Forms.TYPE, Forms.encode(Forms.hiddenFields(page)), Map.of())
        .expect(200);
  }

  /** Opens a page; gives what it says. */
  public String reads(URI page) {
    return Forms.parse(web.get(page, Map.of()).expect(200)).text();
  }
}
