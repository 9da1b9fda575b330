package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import ecpay.acceptance.target.SandboxTarget;
import ecpay.acceptance.target.SharedSandbox;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;
import ecpay.acceptance.telling.Steps;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An accountant opens a comparison with ECPay's file in a browser and does what is suggested
 * (U-03). Screenshots: target/pages.
 */
@Tag("browser")
@ExtendWith(BrowserOfTheRun.class)
class AnAccountantComparesTest {
  private static final SandboxTarget TARGET = SharedSandbox.target();

  private final Chromium chromium;

  AnAccountantComparesTest(Chromium chromium) {
    this.chromium = chromium;
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
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        Walk person = chromium.personOfTheShop("files", TARGET)) {
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

      Page page = person.page();
      page.navigate("/console/reconciliations");
      person.picture("all");
      page.locator("a[href$='" + report + "']").click();
      assertThat(page.locator("h1").innerText()).contains("TradeNoAio of " + cast.today());
      assertThat(row(page, fee, "Another fee").innerText()).contains("99.00 TWD", "open");
      assertThat(row(page, amount, "Another amount").innerText())
          .containsSubsequence("open", "2,180 TWD", "12,180 TWD");
      person.picture("one");
      Locator deed = row(page, fee, "Another fee").locator("button");
      assertThat(deed.boundingBox().height).as("a button among others").isLessThan(44);
      assertThat(deed.boundingBox().width).as("no wider than its words").isLessThan(250);
      person.onAPhone(
          "one",
          () ->
              assertThat(deed.boundingBox().x + deed.boundingBox().width)
                  .as("what to do stands on the screen, not beside it")
                  .isLessThan(360));

      row(page, fee, "Another fee").locator("button").click();
      assertThat(row(page, fee, "Another fee").innerText()).contains("done");
      Locator wrong = row(page, amount, "Another amount");
      wrong.locator("button").click();
      assertThat(wrong.innerText()).as("the browser wants a note").contains("open");
      wrong.locator("input[name=note]").fill("a misprint; ECPay corrects it with the next file");
      wrong.locator("button").click();
      assertThat(row(page, amount, "Another amount").innerText())
          .contains("done", "ECPay corrects it with the next file");
      person.picture("done");
    }
  }
}
