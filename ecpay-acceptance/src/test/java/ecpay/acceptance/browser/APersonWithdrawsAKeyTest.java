package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import ecpay.acceptance.actor.Json;
import ecpay.acceptance.target.SandboxTarget;
import ecpay.acceptance.target.SharedSandbox;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person finds a key in the console and withdraws it. Screenshots: target/pages. */
@Tag("browser")
@ExtendWith(BrowserOfTheRun.class)
class APersonWithdrawsAKeyTest {
  private static final SandboxTarget TARGET = SharedSandbox.target();

  private final Chromium chromium;

  APersonWithdrawsAKeyTest(Chromium chromium) {
    this.chromium = chromium;
  }

  @Test
  void aKeyIsFoundByItsNameAndWithdrawnAfterASecondLook() {
    try (Walk person = chromium.personOfTheShop("key", TARGET)) {
      Page page = person.page();
      String name = "till " + UUID.randomUUID();
      String key = added(page, name);
      page.navigate("/console");
      page.locator("nav").getByText("API keys").click();
      String good = "section[aria-label='Good keys'] tr";
      assertThat(person.reads()).doesNotContain("ecpk_", key);
      assertThat(page.locator(good).getByText("(yours, now)").count()).isOne();
      person.picture("keys");
      person.onAPhone("keys");
      page.locator(good).filter(named(name)).locator("a").click();
      assertThat(page.locator("h1").innerText()).isEqualTo("Withdraw key " + name);
      person.picture("withdraw");
      assertThat(asked(page, key)).as("looking withdraws nothing").isEqualTo(200);
      page.locator("form button").click();
      page.waitForURL("**/console/keys");
      assertThat(page.locator(good).filter(named(name)).count()).isZero();
      assertThat(
              page.locator("section[aria-label='Withdrawn keys'] tr").filter(named(name)).count())
          .isOne();
      person.picture("withdrawn");
      person.onAPhone("withdrawn");
      assertThat(asked(page, key)).isEqualTo(401);
    }
  }

  private static FilterOptions named(String name) {
    return new FilterOptions().setHasText(name);
  }

  private static String added(Page page, String name) {
    APIResponse answer =
        page.request().post("/api/v1/keys", bearing(TARGET.apiKey()).setData(Map.of("name", name)));
    return Json.read(answer.text()).path("key").asText();
  }

  /** The status of a request that bears the key. */
  private static int asked(Page page, String key) {
    return page.request().get("/api/v1/keys", bearing(key)).status();
  }

  private static RequestOptions bearing(String key) {
    return RequestOptions.create().setHeader("Authorization", "Bearer " + key);
  }
}
