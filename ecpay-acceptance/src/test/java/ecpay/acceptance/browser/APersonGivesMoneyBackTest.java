package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import ecpay.acceptance.actor.Cashier;
import ecpay.acceptance.target.SandboxTarget;
import ecpay.acceptance.target.SharedSandbox;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Incidents;
import ecpay.acceptance.telling.Narrator;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.Steps;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody of the shop gives money back on the console, and deals with a refund that ECPay does not
 * carry out, without any command line. Screenshots: target/pages.
 */
@Tag("browser")
@ExtendWith(BrowserOfTheRun.class)
class APersonGivesMoneyBackTest {
  private static final SandboxTarget TARGET = SharedSandbox.target();

  private final Chromium chromium;

  APersonGivesMoneyBackTest(Chromium chromium) {
    this.chromium = chromium;
  }

  private static void coverRefunds(boolean covered) {
    try (Cast cast = TARGET.cast(Narrator.SILENT)) {
      cast.ecpay().coversRefunds(covered);
    }
  }

  @Test
  void aRefundIsSeenDoneStoppedAndPaidByHand() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        Walk person = chromium.personOfTheShop("refund", TARGET)) {
      Steps steps = new Steps(cast);
      String order = steps.placeAndPay(Orders.tea("browser-" + UUID.randomUUID()));
      steps.awaitTheInvoice(order);
      cast.timePassesUntil(cast.today().plusDays(2), LocalTime.of(9, 30)); // captured and booked
      coverRefunds(false);

      Page page = person.page();
      page.navigate("/console/orders/" + order);
      page.locator("input[name=amount]").fill("300");
      page.locator("#give-back ~ form button").click();
      assertThat(person.reads()).contains("issue allowance", "refund card", "300 TWD");
      person.picture("plan");
      page.locator("form button").click();
      page.waitForURL("**/console/orders/" + order);
      // A job of the order may come to walk the last step, and the page be shown before.
      Incidents.await(cast, order, "REFUND_STOPPED");
      page.reload();
      assertThat(person.reads()).contains("REFUND_STOPPED");
      page.locator("a[href^='/console/refunds/']").click();
      assertThat(person.reads()).contains("It stopped at", "Correct the cause", "Paid by hand");
      person.picture("stopped");
      person.onAPhone("stopped");
      String refund = page.url().substring(page.url().lastIndexOf('/') + 1);

      page.locator("input[name=by]").fill("林小姐 Ms Lin");
      page.locator("input[name=bankReference]").fill("TX-2027-0099");
      page.locator("input[name=note]").fill("the buyer closed the card");
      page.locator("form[action$='paid-by-hand'] button").click();
      page.getByText("Money and documents are back").waitFor();
      assertThat(person.reads()).contains("林小姐 Ms Lin", "TX-2027-0099");
      assertThat(page.locator("form").count()).isZero();
      person.picture("paid-by-hand");

      Cashier cashier = cast.cashier();
      assertThat(cashier.refund(refund).path("state").asText()).isEqualTo("done");
      assertThat(cashier.tasks().toString()).doesNotContain(refund);
    } finally {
      coverRefunds(true);
    }
  }
}
