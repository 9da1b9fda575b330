package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.target.SandboxTarget;
import ecpay.acceptance.target.SharedSandbox;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;
import ecpay.acceptance.telling.Steps;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A person takes an ATM account and store codes in a browser, and pays on ECPay's own page.
 * Screenshots: target/pages.
 */
@Tag("browser")
@ExtendWith(BrowserOfTheRun.class)
class APersonTakesACodeTest {
  private static final SandboxTarget TARGET = SharedSandbox.target();

  private final Chromium chromium;

  APersonTakesACodeTest(Chromium chromium) {
    this.chromium = chromium;
  }

  private static String order(Cast cast) {
    return new Steps(cast).placeAnOrder("browser-" + UUID.randomUUID());
  }

  /** Takes a code from ECPay's form on the shop's page; gives what the page then says. */
  private JsonNode takes(String method, String walk) {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        Walk buyer = chromium.buyer(walk)) {
      String order = order(cast);
      String payUrl =
          cast.shop()
              .opensAPayment(order, "{\"methods\":[\"%s\"]}".formatted(method))
              .path("payUrl")
              .asText();
      Page page = buyer.page();
      page.navigate(payUrl);
      page.locator("#pay-button:enabled").click();
      page.waitForURL("**/pay/*/result");
      JsonNode waiting = new Steps(cast).paymentOf(order, "awaiting_money");
      buyer.readsInTheEnd("繳費期限");
      assertThat(buyer.reads()).contains("Taipei", "2,180");
      assertThat(page.locator("svg.barcode").count())
          .isEqualTo(method.equals("cvs_barcode") ? 3 : 0);
      buyer.picture("code");
      fitsAPhone(buyer);
      isFitToPrint(buyer);
      cast.ecpay().isPaid(waiting.path("tradeNo").asText());
      new Steps(cast).paymentOf(order, "paid");
      page.reload();
      assertThat(buyer.reads()).contains("付款完成");
      return waiting.path("instructions");
    }
  }

  private static void fitsAPhone(Walk buyer) {
    buyer.onAPhone(
        "code",
        () -> {
          for (Locator bars : buyer.page().locator("svg.barcode").all()) {
            assertThat(bars.boundingBox().width).as("a stripe fills the screen").isGreaterThan(290);
          }
        });
  }

  private static void isFitToPrint(Walk buyer) {
    Page page = buyer.page();
    page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
    for (Locator bars : page.locator("svg.barcode").all()) {
      assertThat(bars.boundingBox().width).as("15 centimetres").isGreaterThan(560);
    }
    buyer.picture("code-printed");
    page.emulateMedia(new EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  @Test
  void anAtmAccountIsShownAndPaid() {
    assertThat(takes("atm", "atm").path("account").asText()).isNotEmpty();
  }

  @Test
  void aStoreCodeIsShownAndPaid() {
    assertThat(takes("cvs_code", "cvs").path("paymentNo").asText()).isNotEmpty();
  }

  @Test
  void threeStripesAreDrawnAndPaid() {
    assertThat(takes("cvs_barcode", "barcode").path("stripes")).hasSize(3);
  }

  @Test
  void onEcpaysOwnPageACardIsPaidAndTheBrowserComesBack() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        Walk buyer = chromium.buyer("aio")) {
      String order = order(cast);
      String payUrl =
          cast.shop()
              .opensAPayment(order, "{\"channel\":\"hosted\",\"methods\":[\"card\"]}")
              .path("payUrl")
              .asText();
      Page page = buyer.page();
      page.navigate(payUrl); // posts itself
      page.waitForURL("**/AioCheckOut/V5");
      assertThat(page.frames()).as("never in a frame").hasSize(1);
      buyer.picture("ecpays-page");
      page.locator("#number").fill(Buyer.GOOD_CARD);
      page.locator("#expiry").fill("12/49");
      page.locator("#cvv").fill("222");
      page.locator("#Credit button").click();
      page.locator("input[name=code]").fill("1234");
      page.locator("button[value=confirm]").click();
      page.waitForURL("**/pay/*/result");
      new Steps(cast).paymentOf(order, "paid");
      buyer.readsInTheEnd("付款完成");
      buyer.picture("paid");
    }
  }

  @Test
  void withoutScriptsAButtonLeadsToEcpaysPage() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        Walk buyer = chromium.buyerWithoutScripts("no-scripts")) {
      String payUrl =
          cast.shop()
              .opensAPayment(
                  order(cast), "{\"channel\":\"hosted\",\"methods\":[\"atm\",\"cvs_code\"]}")
              .path("payUrl")
              .asText();
      Page page = buyer.page();
      page.navigate(payUrl);
      buyer.picture("hosted");
      page.locator("#hosted-form button").click();
      page.waitForURL("**/AioCheckOut/V5");
      page.locator("#ATM button").click();
      page.locator("#client-back").click();
      page.waitForURL("**/pay/*/result?left=1");
      buyer.picture("back");
      assertThat(buyer.reads()).contains("付款結果");
    }
  }
}
