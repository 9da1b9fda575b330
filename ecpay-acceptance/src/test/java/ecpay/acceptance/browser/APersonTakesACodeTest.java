package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.Media;
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
 * A person takes an ATM account and store codes in a browser, and pays on ECPay's own page.
 * Screenshots: target/pages.
 */
@Tag("browser")
class APersonTakesACodeTest {
  private static final Path PICTURES = Path.of("target", "pages");
  private static final SandboxTarget TARGET = SharedSandbox.target();
  private static Chromium chromium;

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

  private static String order(Cast cast) {
    return new Steps(cast).placeAnOrder("browser-" + UUID.randomUUID());
  }

  /** Takes a code from ECPay's form on the shop's page; gives what the page then says. */
  private JsonNode takes(String method, String picture) {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        BrowserContext buyer = chromium.browser().newContext()) {
      String order = order(cast);
      String payUrl =
          cast.shop()
              .opensAPayment(order, "{\"methods\":[\"%s\"]}".formatted(method))
              .path("payUrl")
              .asText();
      Page page = page(buyer);
      page.navigate(payUrl);
      page.locator("#pay-button:enabled").click();
      page.waitForURL("**/pay/*/result");
      JsonNode waiting = new Steps(cast).paymentOf(order, "awaiting_money");
      page.reload();
      assertThat(page.locator("body").innerText()).contains("繳費期限", "Taipei", "2,180");
      assertThat(page.locator("svg.barcode").count())
          .isEqualTo(method.equals("cvs_barcode") ? 3 : 0);
      picture(page, picture);
      fitsAPhone(page, picture);
      isFitToPrint(page, picture);
      cast.ecpay().isPaid(waiting.path("tradeNo").asText());
      new Steps(cast).paymentOf(order, "paid");
      page.reload();
      assertThat(page.locator("body").innerText()).contains("付款完成");
      assertThat(complaints).as("what the browser complained about").isEmpty();
      return waiting.path("instructions");
    }
  }

  private static void fitsAPhone(Page page, String picture) {
    page.setViewportSize(360, 740);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    for (Locator bars : page.locator("svg.barcode").all()) {
      assertThat(bars.boundingBox().width).as("a stripe fills the screen").isGreaterThan(290);
    }
    picture(page, picture + "-phone");
    page.setViewportSize(1280, 720);
  }

  private static void isFitToPrint(Page page, String picture) {
    page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
    for (Locator bars : page.locator("svg.barcode").all()) {
      assertThat(bars.boundingBox().width).as("15 centimetres").isGreaterThan(560);
    }
    picture(page, picture + "-printed");
    page.emulateMedia(new EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  @Test
  void anAtmAccountIsShownAndPaid() {
    assertThat(takes("atm", "6-atm").path("account").asText()).isNotEmpty();
  }

  @Test
  void aStoreCodeIsShownAndPaid() {
    assertThat(takes("cvs_code", "7-cvs").path("paymentNo").asText()).isNotEmpty();
  }

  @Test
  void threeStripesAreDrawnAndPaid() {
    assertThat(takes("cvs_barcode", "8-barcode").path("stripes")).hasSize(3);
  }

  @Test
  void onEcpaysOwnPageACardIsPaidAndTheBrowserComesBack() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        BrowserContext buyer = chromium.browser().newContext()) {
      String order = order(cast);
      String payUrl =
          cast.shop()
              .opensAPayment(order, "{\"channel\":\"hosted\",\"methods\":[\"card\"]}")
              .path("payUrl")
              .asText();
      Page page = page(buyer);
      page.navigate(payUrl); // posts itself
      page.waitForURL("**/AioCheckOut/V5");
      assertThat(page.frames()).as("never in a frame").hasSize(1);
      picture(page, "9-aio");
      page.locator("#number").fill(Buyer.GOOD_CARD);
      page.locator("#expiry").fill("12/49");
      page.locator("#cvv").fill("222");
      page.locator("#Credit button").click();
      page.locator("input[name=code]").fill("1234");
      page.locator("button[value=confirm]").click();
      page.waitForURL("**/pay/*/result");
      new Steps(cast).paymentOf(order, "paid");
      page.reload();
      assertThat(page.locator("body").innerText()).contains("付款完成");
      picture(page, "10-aio-paid");
    }
    assertThat(complaints).as("what the browser complained about").isEmpty();
  }

  @Test
  void withoutScriptsAButtonLeadsToEcpaysPage() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        BrowserContext buyer =
            chromium.browser().newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
      String payUrl =
          cast.shop()
              .opensAPayment(
                  order(cast), "{\"channel\":\"hosted\",\"methods\":[\"atm\",\"cvs_code\"]}")
              .path("payUrl")
              .asText();
      Page page = page(buyer);
      page.navigate(payUrl);
      picture(page, "11-hosted-without-scripts");
      page.locator("#hosted-form button").click();
      page.waitForURL("**/AioCheckOut/V5");
      page.locator("#ATM button").click();
      page.locator("#client-back").click();
      page.waitForURL("**/pay/*/result?left=1");
      picture(page, "12-back");
      assertThat(page.locator("body").innerText()).contains("付款結果");
    }
  }
}
