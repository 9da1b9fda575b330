package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import ecpay.acceptance.target.SandboxTarget;
import ecpay.acceptance.target.SharedSandbox;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;
import ecpay.acceptance.telling.Steps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An accountant opens a comparison with ECPay's file in a browser and does what is suggested
 * (U-03). Screenshots: target/pages.
 */
@Tag("browser")
class AnAccountantComparesTest {
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

  /** The trade number of an order that was paid at ECPay. */
  private static String paidAtEcpay(Cast cast) {
    Steps steps = new Steps(cast);
    String order = steps.placeAnOrder("browser-" + UUID.randomUUID());
    steps
        .goToEcpay(order, "{\"channel\":\"hosted\",\"methods\":[\"atm\"]}")
        .chooses("ATM", Map.of());
    JsonNode waiting = steps.paymentOf(order, "awaiting_money");
    String tradeNo = waiting.path("tradeNo").asText();
    cast.ecpay().isPaid(tradeNo);
    steps.paymentOf(order, "paid");
    return tradeNo;
  }

  private static Locator row(Page page, String tradeNo, String what) {
    return page.locator("tr")
        .filter(new Locator.FilterOptions().setHasText(tradeNo))
        .filter(new Locator.FilterOptions().setHasText(what));
  }

  @Test
  void anAccountantBooksAFeeAndNotesWhatWasFound() {
    List<String> complaints = new ArrayList<>();
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        BrowserContext person =
            chromium
                .browser()
                .newContext(
                    new NewContextOptions().setHttpCredentials("console", TARGET.apiKey()))) {
      String fee = paidAtEcpay(cast);
      String amount = paidAtEcpay(cast);
      cast.ecpay().misprints(fee, "\"fee\":\"99.00\"");
      cast.ecpay().misprints(amount, "\"amount\":\"12180\"");
      String report =
          cast.accountant()
              .comparesStatement("TradeNoAio", cast.today(), cast.today())
              .path("id")
              .asText();
      cast.ecpay().printsRightAgain();

      Page page = person.newPage();
      page.onPageError(complaints::add);
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) {
          complaints.add(message.text());
        }
      });
      page.navigate(TARGET.house().platformUrl() + "/console/reconciliations");
      picture(page, "13-statement-files");
      page.locator("a[href$='" + report + "']").click();
      assertThat(page.locator("h1").innerText()).contains("TradeNoAio of " + cast.today());
      assertThat(row(page, fee, "Another fee").innerText()).contains("99.00 TWD", "open");
      assertThat(row(page, amount, "Another amount").innerText())
          .containsSubsequence("open", "2,180 TWD", "12,180 TWD");
      picture(page, "14-statement");

      row(page, fee, "Another fee").locator("button").click();
      assertThat(row(page, fee, "Another fee").innerText()).contains("done");
      Locator wrong = row(page, amount, "Another amount");
      wrong.locator("button").click();
      assertThat(wrong.innerText()).as("the browser wants a note").contains("open");
      wrong.locator("input[name=note]").fill("a misprint; ECPay corrects it with the next file");
      wrong.locator("button").click();
      assertThat(row(page, amount, "Another amount").innerText())
          .contains("done", "ECPay corrects it with the next file");
      picture(page, "15-statement-done");
    }
    assertThat(complaints).as("what the browser complained about").isEmpty();
  }
}
