package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.target.SandboxTarget;
import ecpay.acceptance.target.SharedSandbox;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;
import ecpay.acceptance.telling.Orders;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person pays in a browser, and another one looks at the order. Screenshots: target/pages. */
@Tag("browser")
@ExtendWith(BrowserOfTheRun.class)
class APersonPaysTest {
  private static final SandboxTarget TARGET = SharedSandbox.target();

  private final Chromium chromium;

  APersonPaysTest(Chromium chromium) {
    this.chromium = chromium;
  }

  private static void fillInTheCard(Page page) {
    page.locator("#ECPayCardNumber").fill(Buyer.GOOD_CARD);
    page.locator("#ECPayCardExpiry").fill("12/49");
    page.locator("#ECPayCardCVV").fill("222");
  }

  @Test
  void theBuyerPaysAndTheShopSeesTheTimeline() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        Walk buyer = chromium.buyer("card")) {
      JsonNode order = cast.shop().placesAnOrder(Orders.tea("browser-" + UUID.randomUUID()));
      String id = order.path("id").asText();
      String payUrl = cast.shop().opensAPayment(id).path("payUrl").asText();

      Page page = buyer.page();
      page.navigate(payUrl);
      fillInTheCard(page);
      buyer.picture("pay");
      buyer.onAPhone(
          "pay",
          () -> {
            BoundingBox button = page.locator("#pay-button").boundingBox();
            assertThat(button.height).as("large enough for a thumb").isGreaterThanOrEqualTo(48);
            assertThat(button.width).as("across the screen").isGreaterThan(290);
          });
      page.locator("#pay-button").click();
      page.locator("input[name=code]").fill("1234");
      assertThat(page.url()).as("a full page of the bank (R-PAY-04)").contains("/3d-secure/");
      assertThat(page.frames()).as("never in a frame (R-PAY-04)").hasSize(1);
      buyer.picture("three-d-secure");
      page.locator("button[value=confirm]").click();
      page.waitForURL("**/pay/*/result");
      buyer.picture("result");

      cast.shop()
          .awaits(
              id,
              "the invoice is told",
              it -> it.path("notifications").path(0).path("outcome").asText().equals("sent"));
      buyer.readsInTheEnd("付款完成");
      assertThat(buyer.reads()).contains("2,180");
      buyer.picture("paid");
      buyer.onAPhone("paid");
      lookAtTheTimeline(id);
    }
  }

  private void lookAtTheTimeline(String id) {
    try (Walk person = chromium.personOfTheShop("timeline", TARGET)) {
      person.page().navigate("/console/orders/" + id);
      String text = person.reads();
      assertThat(text).contains(id, "OrderPaid", "InvoiceIssued");
      assertThat(text).doesNotContain("buyer@example.com", "0912345678", TARGET.apiKey());
      person.picture("order");
    }
  }

  @Test
  void aStrangerSeesNoTimeline() {
    try (Walk stranger = chromium.buyer("stranger")) {
      String timeline = TARGET.house().platformUrl() + "/console/orders/ANYORDER";
      assertThat(stranger.page().request().get(timeline).status()).isEqualTo(401);
    }
  }
}
