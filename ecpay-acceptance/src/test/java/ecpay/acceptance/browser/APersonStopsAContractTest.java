package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.RequestOptions;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.target.SandboxTarget;
import ecpay.acceptance.target.SharedSandbox;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Subscription;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A person finds the contract of an order in the console and stops it, after a second look
 * (R-CAP-10). Screenshots: target/pages.
 */
@Tag("browser")
class APersonStopsAContractTest {
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

  private static void picture(Page page, String name) {
    page.screenshot(
        new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  /** An order whose card is charged every month. */
  private static String subscribes(Cast cast) {
    Steps steps = new Steps(cast);
    String order = steps.placeAnOrder("browser-" + UUID.randomUUID());
    URI page =
        URI.create(
            cast.shop()
                .opensAPayment(
                    order,
                    "{\"methods\":[\"card\"],\"periodic\":{\"unit\":\"month\",\"times\":12}}")
                .path("payUrl")
                .asText());
    cast.buyer()
        .pays(
            page,
            cast.buyer().opens(page),
            """
            "Method":"PERIODIC","CardNumber":"%s","CardExpiry":"12/49","CardCVV":"222"\
            """
                .formatted(Buyer.CARD_WITHOUT_3D));
    steps.awaitTheInvoice(order);
    return order;
  }

  @Test
  void aContractIsFoundFromItsOrderAndStoppedAfterASecondLook() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        BrowserContext person =
            chromium
                .browser()
                .newContext(
                    new NewContextOptions().setHttpCredentials("console", TARGET.apiKey()))) {
      String order = subscribes(cast);
      Subscription tea = new Subscription(cast, order);
      Page page = person.newPage();
      page.navigate(TARGET.house().platformUrl() + "/console/orders/" + order);
      assertThat(page.locator("section[aria-labelledby=contracts]").innerText())
          .contains("1 of 12 charges", "this order is charge 1", "running");
      picture(page, "17-order-of-a-contract");
      page.locator("section[aria-labelledby=contracts] a").click();
      assertThat(page.locator("body").innerText()).contains("ContractBegun", order);
      assertThat(page.locator("#reauthorize").count()).as("nothing was refused").isZero();
      picture(page, "18-contract");
      page.locator("#cancel").click();
      assertThat(page.locator("form button").innerText()).isEqualTo("Stop it for good");
      picture(page, "19-contract-stop");
      assertThat(tea.contract().path("state").asText())
          .as("looking does nothing")
          .isEqualTo("running");
      page.locator("form button").click();
      page.waitForURL("**/console/contracts/" + tea.tradeNo());
      assertThat(page.locator("body").innerText())
          .contains("stopped", "ContractActionRequested", "ContractEnded", "Nothing now.");
      picture(page, "20-contract-stopped");
      assertThat(tea.atEcpay().path("status").asText()).isEqualTo("STOPPED");
      assertThat(post(page, "/reauthorize", "same-origin")).as("R-PAY-18").isEqualTo(409);
    }
  }

  @Test
  void aFormOfAnotherSiteStopsNothing() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        BrowserContext person =
            chromium
                .browser()
                .newContext(
                    new NewContextOptions().setHttpCredentials("console", TARGET.apiKey()))) {
      Subscription tea = new Subscription(cast, subscribes(cast));
      Page page = person.newPage();
      page.navigate(TARGET.house().platformUrl() + "/console/contracts/" + tea.tradeNo());
      assertThat(post(page, "/cancel", "cross-site")).isEqualTo(403);
      assertThat(tea.contract().path("state").asText()).isEqualTo("running");
    }
  }

  /** Sends the form of the page that is open; gives the status. */
  private static int post(Page page, String action, String site) {
    return page.request()
        .post(page.url() + action, RequestOptions.create().setHeader("Sec-Fetch-Site", site))
        .status();
  }
}
