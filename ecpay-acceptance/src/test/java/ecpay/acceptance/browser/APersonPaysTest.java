package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.target.SandboxTarget;
import ecpay.acceptance.target.SharedSandbox;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;
import ecpay.acceptance.telling.Orders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person pays in a browser, and another one looks at the order. Screenshots: target/pages. */
@Tag("browser")
class APersonPaysTest {
  private static final Path PICTURES = Path.of("target", "pages");
  private static final SandboxTarget TARGET = SharedSandbox.target();
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  private static Page page(BrowserContext context, List<String> complaints) {
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

  private static void fillInTheCard(Page page) {
    page.locator("#ECPayCardNumber").fill(Buyer.GOOD_CARD);
    page.locator("#ECPayCardExpiry").fill("12/49");
    page.locator("#ECPayCardCVV").fill("222");
  }

  @Test
  void theBuyerPaysAndTheShopSeesTheTimeline() {
    List<String> complaints = new ArrayList<>();
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        BrowserContext buyer = chromium.browser().newContext()) {
      JsonNode order = cast.shop().placesAnOrder(Orders.tea("browser-" + UUID.randomUUID()));
      String id = order.path("id").asText();
      String payUrl = cast.shop().opensAPayment(id).path("payUrl").asText();

      Page page = page(buyer, complaints);
      page.navigate(payUrl);
      fillInTheCard(page);
      picture(page, "1-pay");
      page.locator("#pay-button").click();
      page.locator("input[name=code]").fill("1234");
      assertThat(page.url()).as("a full page of the bank (R-PAY-04)").contains("/3d-secure/");
      assertThat(page.frames()).as("never in a frame (R-PAY-04)").hasSize(1);
      picture(page, "2-three-d-secure");
      page.locator("button[value=confirm]").click();
      page.waitForURL("**/pay/*/result");
      picture(page, "3-result");

      cast.shop()
          .awaits(
              id,
              "the invoice is told",
              it -> it.path("notifications").path(0).path("outcome").asText().equals("sent"));
      page.reload();
      assertThat(page.locator("body").innerText()).contains("2,180");
      picture(page, "4-paid");
      lookAtTheTimeline(id, complaints);
    }
    assertThat(complaints).as("what the browser complained about").isEmpty();
  }

  private static void lookAtTheTimeline(String id, List<String> complaints) {
    try (BrowserContext person =
        chromium
            .browser()
            .newContext(new NewContextOptions().setHttpCredentials("console", TARGET.apiKey()))) {
      Page page = page(person, complaints);
      page.navigate(TARGET.house().platformUrl() + "/console/orders/" + id);
      String text = page.locator("body").innerText();
      assertThat(text).contains(id, "OrderPaid", "InvoiceIssued");
      assertThat(text).doesNotContain("buyer@example.com", "0912345678", TARGET.apiKey());
      picture(page, "5-timeline");
    }
  }

  @Test
  void aStrangerSeesNoTimeline() {
    try (BrowserContext stranger = chromium.browser().newContext()) {
      String timeline = TARGET.house().platformUrl() + "/console/orders/ANYORDER";
      assertThat(stranger.request().get(timeline).status()).isEqualTo(401);
    }
  }
}
