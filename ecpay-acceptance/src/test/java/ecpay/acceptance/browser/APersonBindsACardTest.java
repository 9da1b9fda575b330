package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
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
 * A member binds a card in a browser, with 3-D Secure (R-PAY-04, R-PAY-08). Screenshots:
 * target/pages.
 */
@Tag("browser")
@ExtendWith(BrowserOfTheRun.class)
class APersonBindsACardTest {
  private static final SandboxTarget TARGET = SharedSandbox.target();

  private final Chromium chromium;

  APersonBindsACardTest(Chromium chromium) {
    this.chromium = chromium;
  }

  private final String member = "m" + UUID.randomUUID().toString().substring(0, 13);

  /** Up to the bank's page; gives the address of the shop's form. */
  private String entersTheCard(Cast cast, Walk walk) {
    Page page = walk.page();
    String form = cast.shop().bindsACard(member).path("bindUrl").asText();
    page.navigate(form);
    page.locator("#ECPayCardNumber").fill(Buyer.GOOD_CARD);
    page.locator("#ECPayCardExpiry").fill("12/49");
    page.locator("#ECPayCardCVV").fill("222");
    walk.picture("form");
    page.locator("#bind-button:enabled").click();
    page.locator("input[name=code]").waitFor();
    return form;
  }

  private String state(Cast cast) {
    JsonNode cards = cast.shop().cards(member);
    assertThat(cards).hasSize(1);
    return cards.path(0).path("state").asText();
  }

  @Test
  void aCardIsBoundOnAFullPageOfTheBankAndASecondLookChangesNothing() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        Walk buyer = chromium.buyer("bind")) {
      Page page = buyer.page();
      String form = entersTheCard(cast, buyer);
      assertThat(page.frames()).as("never in a frame (R-PAY-04)").hasSize(1);
      buyer.picture("three-d-secure");
      page.locator("input[name=code]").fill("1234");
      page.locator("button[value=confirm]").click();
      page.waitForURL("**/bind/*/result");
      assertThat(buyer.reads()).contains("綁卡完成", "2222");
      buyer.picture("bound");
      page.navigate(form);
      assertThat(page.url()).as("a form that was used shows its result").endsWith("/result");
      assertThat(state(cast)).isEqualTo("bound");
      paysAnOrder(cast, page);
    }
  }

  /** Nothing is entered again but what the bank asks for. */
  private void paysAnOrder(Cast cast, Page page) {
    String card = cast.shop().cards(member).path(0).path("id").asText();
    String order = new Steps(cast).placeAnOrder(member);
    page.navigate(cast.shop().chargesACard(order, member, card).path("bankUrl").asText());
    page.locator("input[name=code]").fill("1234");
    page.locator("button[value=confirm]").click();
    new Steps(cast).paymentOf(order, "paid");
  }

  @Test
  void aMemberWhoLeftTheBanksPageIsToldSoAndLedThereAgain() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        Walk buyer = chromium.buyer("bind-later")) {
      Page page = buyer.page();
      String form = entersTheCard(cast, buyer);
      page.navigate(form + "/result");
      assertThat(buyer.reads()).contains("銀行驗證尚未完成").doesNotContain("綁卡確認中");
      page.navigate(form);
      page.locator("input[name=code]").fill("1234");
      page.locator("button[value=confirm]").click();
      page.waitForURL("**/bind/*/result");
      assertThat(buyer.reads()).contains("綁卡完成", "2222");
      assertThat(state(cast)).isEqualTo("bound");
    }
  }

  @Test
  void aMemberWhoTurnsBackAtTheBankBindsNothing() {
    try (Cast cast = TARGET.cast(Narrator.SILENT);
        Walk buyer = chromium.buyer("bind-not")) {
      Page page = buyer.page();
      entersTheCard(cast, buyer);
      page.locator("button[value=cancel]").click();
      page.waitForURL("**/bind/*/result");
      assertThat(buyer.reads()).contains("綁卡未完成").doesNotContain("2222");
      buyer.picture("not-bound");
      assertThat(state(cast)).isEqualTo("failed");
    }
  }
}
