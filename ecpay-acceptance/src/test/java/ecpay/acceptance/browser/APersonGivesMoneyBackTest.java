package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import ecpay.acceptance.actor.Cashier;
import ecpay.acceptance.target.SandboxTarget;
import ecpay.acceptance.target.SharedSandbox;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.Steps;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Somebody of the shop gives money back on the console, and deals with a refund that ECPay does not
 * carry out, without any command line. Screenshots: target/pages.
 */
@Tag("browser")
class APersonGivesMoneyBackTest {
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

  private static String text(Page page) {
    return page.locator("body").innerText();
  }

  private static void coverRefunds(boolean covered) {
    try (Cast cast = TARGET.cast(Narrator.SILENT)) {
      cast.ecpay().coversRefunds(covered);
    }
  }

  @Test
  void aRefundIsSeenDoneStoppedAndPaidByHand() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        BrowserContext person =
            chromium
                .browser()
                .newContext(
                    new NewContextOptions().setHttpCredentials("console", TARGET.apiKey()))) {
      Steps steps = new Steps(cast);
      String order = steps.placeAndPay(Orders.tea("browser-" + UUID.randomUUID()));
      steps.awaitTheInvoice(order);
      cast.timePassesUntil(cast.today().plusDays(2), LocalTime.of(9, 30)); // captured and booked
      coverRefunds(false);

      Page page = page(person);
      page.navigate(TARGET.house().platformUrl() + "/console/orders/" + order);
      page.locator("input[name=amount]").fill("300");
      page.locator("#give-back ~ form button").click();
      assertThat(text(page)).contains("issue allowance", "refund card", "300 TWD");
      picture(page, "13-refund-plan");
      page.locator("form button").click();
      page.waitForURL("**/console/orders/" + order);
      assertThat(text(page)).contains("REFUND_STOPPED");
      page.locator("a[href^='/console/refunds/']").click();
      assertThat(text(page)).contains("It stopped at", "Correct the cause", "Paid by hand");
      picture(page, "14-refund-stopped");
      String refund = page.url().substring(page.url().lastIndexOf('/') + 1);

      page.locator("input[name=by]").fill("林小姐 Ms Lin");
      page.locator("input[name=bankReference]").fill("TX-2027-0099");
      page.locator("input[name=note]").fill("the buyer closed the card");
      page.locator("form[action$='paid-by-hand'] button").click();
      page.getByText("Money and documents are back").waitFor();
      assertThat(text(page)).contains("林小姐 Ms Lin", "TX-2027-0099");
      assertThat(page.locator("form").count()).isZero();
      picture(page, "15-refund-paid-by-hand");

      Cashier cashier = cast.cashier();
      assertThat(cashier.refund(refund).path("state").asText()).isEqualTo("done");
      assertThat(cashier.tasks().toString()).doesNotContain(refund);
    } finally {
      coverRefunds(true);
    }
    assertThat(complaints).as("what the browser complained about").isEmpty();
  }
}
