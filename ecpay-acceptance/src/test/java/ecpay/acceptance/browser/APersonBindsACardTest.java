package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.target.SandboxTarget;
import ecpay.acceptance.target.SharedSandbox;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;
import ecpay.acceptance.telling.Steps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A member binds a card in a browser, with 3-D Secure (R-PAY-04, R-PAY-08). Screenshots:
 * target/pages.
 */
@Tag("browser")
class APersonBindsACardTest {
  private static final Path PICTURES = Path.of("target", "pages");
  private static final SandboxTarget TARGET = SharedSandbox.target();
  private static Chromium chromium;

  private final String member = "m" + UUID.randomUUID().toString().substring(0, 13);
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  private Page page(BrowserContext context) {
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    return page;
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  /** Up to the bank's page; gives the address of the shop's form. */
  private String entersTheCard(Cast cast, Page page) {
    String form = cast.shop().bindsACard(member).path("bindUrl").asText();
    page.navigate(form);
    page.locator("#ECPayCardNumber").fill(Buyer.GOOD_CARD);
    page.locator("#ECPayCardExpiry").fill("12/49");
    page.locator("#ECPayCardCVV").fill("222");
    picture(page, "13-bind");
    page.locator("#bind-button:enabled").click();
    page.locator("input[name=code]").waitFor();
    return form;
  }

  private String state(Cast cast) {
    JsonNode cards = cast.shop().cards(member);
    assertThat(cards).hasSize(1);
    return cards.path(0).path("state").asText();
  }

  @Test
  void aCardIsBoundOnAFullPageOfTheBankAndASecondLookChangesNothing() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        BrowserContext browser = chromium.browser().newContext()) {
      Page page = page(browser);
      String form = entersTheCard(cast, page);
      assertThat(page.frames()).as("never in a frame (R-PAY-04)").hasSize(1);
      picture(page, "14-bind-three-d-secure");
      page.locator("input[name=code]").fill("1234");
      page.locator("button[value=confirm]").click();
      page.waitForURL("**/bind/*/result");
      assertThat(page.locator("body").innerText()).contains("綁卡完成", "2222");
      picture(page, "15-bound");
      page.navigate(form);
      assertThat(page.url()).as("a form that was used shows its result").endsWith("/result");
      assertThat(state(cast)).isEqualTo("bound");
      paysAnOrder(cast, page);
    }
    assertThat(complaints).as("what the browser complained about").isEmpty();
  }

  /** Nothing is entered again but what the bank asks for. */
  private void paysAnOrder(Cast cast, Page page) {
    String card = cast.shop().cards(member).path(0).path("id").asText();
    String order = new Steps(cast).placeAnOrder(member);
    page.navigate(cast.shop().chargesACard(order, member, card).path("bankUrl").asText());
    page.locator("input[name=code]").fill("1234");
    page.locator("button[value=confirm]").click();
    new Steps(cast).paymentOf(order, "paid");
  }

  @Test
  void aMemberWhoTurnsBackAtTheBankBindsNothing() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        BrowserContext browser = chromium.browser().newContext()) {
      Page page = page(browser);
      entersTheCard(cast, page);
      page.locator("button[value=cancel]").click();
      page.waitForURL("**/bind/*/result");
      assertThat(page.locator("body").innerText()).contains("綁卡未完成").doesNotContain("2222");
      picture(page, "16-not-bound");
      assertThat(state(cast)).isEqualTo("failed");
    }
    assertThat(complaints).as("what the browser complained about").isEmpty();
  }
}
