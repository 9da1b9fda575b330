package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import ecpay.acceptance.target.SandboxTarget;
import ecpay.acceptance.target.SharedSandbox;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.Steps;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody of the shop begins at the console's front page and gets everywhere from there. */
@Tag("browser")
@ExtendWith(BrowserOfTheRun.class)
class APersonFindsTheirWayTest {
  private static final SandboxTarget TARGET = SharedSandbox.target();

  private final Chromium chromium;

  APersonFindsTheirWayTest(Chromium chromium) {
    this.chromium = chromium;
  }

  private static String reference() {
    return "browser-" + UUID.randomUUID();
  }

  @Test
  void anOrderIsFoundByItsReferenceAndGivenBack() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        Walk person = chromium.personOfTheShop("front", TARGET)) {
      String reference = reference();
      Steps steps = new Steps(cast);
      String order = steps.placeAndPay(Orders.tea(reference));
      steps.awaitTheInvoice(order);
      Page page = person.page();
      page.navigate("/console");
      String newest = page.locator("section[aria-label='Newest orders'] tbody").innerText();
      assertThat(newest).containsSubsequence(reference, "paid", "2,180 TWD", "202");
      person.picture("newest");
      person.onAPhone("newest");

      finds(page, reference + "x");
      assertThat(person.reads()).contains("There is no order called " + reference + "x");
      person.picture("not-found");
      finds(page, reference);
      page.waitForURL("**/console/orders/" + order);
      person.picture("order");
      person.onAPhone("order");

      page.locator("#give-back ~ form button").click();
      assertThat(person.reads()).contains("2,180 TWD would go back");
      page.locator("main form button").click();
      page.waitForURL("**/console/orders/" + order);
      page.locator("a[href^='/console/refunds/']").click();
      assertThat(page.locator("h1").innerText()).contains("Refund ");
      assertThat(person.reads()).contains("2,180 TWD");
      person.picture("refund");
      page.locator("a[href='/console/orders/" + order + "']").click();
      assertThat(page.locator("h1").innerText()).contains(reference);
    }
  }

  @Test
  void theNewestOrderLeadsToItsContractAndEveryPageToTasksIncidentsFilesAndKeys() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        Walk person = chromium.personOfTheShop("around", TARGET)) {
      String reference = reference();
      new Steps(cast).subscribe(reference);
      Page page = person.page();
      page.navigate("/console");
      page.locator("section[aria-label='Newest orders'] a").getByText(reference).click();
      page.locator("section[aria-labelledby=contracts] a").click();
      assertThat(page.locator("h1").innerText()).contains("Contract", "running");
      assertThat(person.reads()).contains("2,180 TWD, every 1 month");
      person.onAPhone("contract");

      for (String name : List.of("Tasks", "Incidents", "Statement files", "API keys", "Orders")) {
        page.locator("nav").getByText(name).click();
        assertThat(page.locator("nav [aria-current=page]").innerText()).isEqualTo(name);
        person.picture(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        person.onAPhone(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
      }
    }
  }

  private static void finds(Page page, String name) {
    page.locator("input[name=find]").fill(name);
    page.locator("form[action='/console'] button").click();
  }
}
