package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import ecpay.acceptance.target.SandboxTarget;
import ecpay.acceptance.target.SharedSandbox;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Subscription;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A person finds the contract of an order in the console and stops it, after a second look
 * (R-CAP-10). Screenshots: target/pages.
 */
@Tag("browser")
@ExtendWith(BrowserOfTheRun.class)
class APersonStopsAContractTest {
  private static final SandboxTarget TARGET = SharedSandbox.target();

  private final Chromium chromium;

  APersonStopsAContractTest(Chromium chromium) {
    this.chromium = chromium;
  }

  private static String subscribes(Cast cast) {
    return new Steps(cast).subscribe("browser-" + UUID.randomUUID());
  }

  @Test
  void aContractIsFoundFromItsOrderAndStoppedAfterASecondLook() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        Walk person = chromium.personOfTheShop("contract", TARGET)) {
      String order = subscribes(cast);
      Subscription tea = new Subscription(cast, order);
      Page page = person.page();
      page.navigate("/console/orders/" + order);
      assertThat(page.locator("section[aria-labelledby=contracts]").innerText())
          .contains("1 of 12 charges", "this order is charge 1", "running");
      person.picture("order");
      page.locator("section[aria-labelledby=contracts] a").click();
      assertThat(person.reads()).contains("ContractBegun", order);
      assertThat(page.locator("#reauthorize").count()).as("nothing was refused").isZero();
      person.picture("charges");
      page.locator("#cancel").click();
      assertThat(page.locator("form button").innerText()).isEqualTo("Stop it for good");
      person.picture("stop");
      assertThat(tea.contract().path("state").asText())
          .as("looking does nothing")
          .isEqualTo("running");
      page.locator("form button").click();
      page.waitForURL("**/console/contracts/" + tea.tradeNo());
      assertThat(person.reads())
          .contains(
              "stopped",
              "AskedByPerson",
              "cancel_contract",
              "ContractActionRequested",
              "ContractEnded",
              "Nothing now.");
      person.picture("stopped");
      assertThat(tea.atEcpay().path("status").asText()).isEqualTo("STOPPED");
      assertThat(post(page, "/reauthorize", "same-origin")).as("R-PAY-18").isEqualTo(409);
    }
  }

  @Test
  void aFormOfAnotherSiteStopsNothing() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        Walk person = chromium.personOfTheShop("contract", TARGET)) {
      Subscription tea = new Subscription(cast, subscribes(cast));
      Page page = person.page();
      page.navigate("/console/contracts/" + tea.tradeNo());
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
