package ecpay.app.settings;

import static ecpay.app.settings.GivenSettings.SECRET;
import static ecpay.app.settings.GivenSettings.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ecpay.adapter.http.setting.EcpaySettings.InvoiceWire;
import ecpay.app.settings.Settings.Embedded;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.merchant.InvoicePolicy;
import ecpay.domain.merchant.InvoicePolicy.WhenUncheckable;
import ecpay.domain.merchant.TrackPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static Map<String, String> sound() {
    Map<String, String> values = GivenSettings.at("https://shop.example");
    values.put("merchant.name", "小書店");
    GivenSettings.account(values, "payment", "3002607");
    GivenSettings.account(values, "invoice", "2000132");
    return values;
  }

  private static Map<String, String> stage() {
    Map<String, String> values = sound();
    values.put("environment", "stage");
    values.remove("sandbox-url");
    values.put("payment.hash-key", "pwFHCqoQZGmho4w6");
    values.put("payment.hash-iv", "EkRm7iFT261dpevs");
    values.put("invoice.hash-key", "ejCk326UnaZWKisg");
    values.put("invoice.hash-iv", "q9jcZX8Ib9LM8wYk");
    return values;
  }

  @Test
  void whatIsNotGivenHasASensibleValue() {
    Settings settings = Settings.from(sound());
    assertThat(settings.web())
        .isEqualTo(new Settings.Web("127.0.0.1", 8080, URI.create("https://shop.example")));
    assertThat(settings.database()).isEqualTo(new Embedded(Path.of("data"), 16));
    assertThat(settings.patience().span()).isEqualTo(Duration.ofSeconds(90));
    assertThat(settings.checkout().scripts())
        .containsExactly(URI.create("http://localhost:9000/Scripts/sdk-1.0.0.js"));
    assertThat(settings.checkout().origins()).containsExactly("http://localhost:9000");
    assertThat(settings.shops().getFirst().merchant().callbacks().paymentReturn().value())
        .isEqualTo("https://shop.example/callbacks/shop/payment");
    assertThat(settings.jobs()).isEqualTo(new Settings.Jobs(16, Duration.ofMillis(500)));
  }

  @Test
  void theStageHasItsHostsAndScripts() {
    Settings settings = Settings.from(stage());
    assertThat(settings.ecpay().hosts().einvoice())
        .isEqualTo(URI.create("https://einvoice-stage.ecpay.com.tw"));
    assertThat(settings.checkout().scripts())
        .extracting(URI::getHost)
        .containsExactly("code.jquery.com", "cdnjs.cloudflare.com", "ecpg.ecpay.com.tw");
    assertThat(settings.checkout().origins())
        .contains("https://ecpg.ecpay.com.tw", "https://ecpg-stage.ecpay.com.tw");
  }

  @Test
  void theEInvoiceIsSpokenToAndHandledAsTheReferenceDecides() {
    Settings settings = Settings.from(sound());
    assertThat(settings.shops().getFirst().merchant().invoicing()).isEqualTo(InvoicePolicy.DEFAULT);
    assertThat(settings.ecpay().invoices()).isEqualTo(InvoiceWire.usual());
    assertThat(settings.shops().getFirst().merchant().callbacks().delayedInvoice().value())
        .isEqualTo("https://shop.example/callbacks/shop/invoice");
  }

  @Test
  void aMerchantMayChooseOtherwise() {
    Map<String, String> values = sound();
    values.put("invoice.card-carriers", "true");
    values.put("allowance.strict-mixed", "true");
    values.put("invoice.when-uncheckable", "wait");
    values.put("tracks.fetch-ahead", "false");
    values.put("tracks.days-ahead", "30");
    values.put("tracks.alarm-below", "0");
    values.put("invoice.barcode-field", "BarCodeNo");
    values.put("invoice.company-lookup", "GetCompanyName");
    values.put("invoice.revision", "none");
    Settings settings = Settings.from(values);
    assertThat(settings.shops().getFirst().merchant().invoicing())
        .isEqualTo(
            new InvoicePolicy(true, true, WhenUncheckable.WAIT, new TrackPolicy(false, 30, 0)));
    assertThat(settings.ecpay().invoices().barcodeField()).isEqualTo("BarCodeNo");
    assertThat(settings.ecpay().invoices().companyLookup()).isEqualTo("GetCompanyName");
    assertThat(settings.ecpay().invoices().revision()).isEmpty();
  }

  @Test
  void noRealAddressLeavesForTheStage() {
    assertThat(Settings.from(stage()).ecpay().invoices().everyMailGoesTo())
        .contains(new EmailAddress("stage@example.com"));
    Map<String, String> values = stage();
    values.put("invoice.stage-mail", "us@example.com");
    assertThat(Settings.from(values).ecpay().invoices().everyMailGoesTo())
        .contains(new EmailAddress("us@example.com"));
    values.put("invoice.stage-mail", "us");
    assertThat(problems(values)).singleElement().asString().startsWith("invoice.stage-mail = us");
    assertThat(Settings.from(sound()).ecpay().invoices().everyMailGoesTo()).isEmpty();
  }

  @Test
  void whatIsWrongAboutTheEInvoiceIsReportedTogether() {
    Map<String, String> values = sound();
    values.put("invoice.card-carriers", "yes");
    values.put("invoice.when-uncheckable", "guess");
    values.put("tracks.days-ahead", "31");
    values.put("tracks.alarm-below", "-1");
    values.put("invoice.add-track", "../Add");
    values.put("invoice.revision", "3.0.0.0");
    assertThat(problems(values))
        .hasSize(6)
        .anyMatch(one -> one.startsWith("invoice.when-uncheckable = guess"))
        .anyMatch(one -> one.startsWith("tracks.days-ahead = 31"))
        .anyMatch(one -> one.startsWith("invoice.add-track = ../Add"));
  }

  @Test
  void ecpayIsAskedForOneFileAMinuteAtMostAndASandboxAtOnce() {
    assertThat(spacing(stage(), "")).isEqualTo(Duration.ofSeconds(65));
    assertThat(spacing(stage(), "60s")).isEqualTo(Duration.ofMinutes(1));
    assertThat(spacing(sound(), "")).isEqualTo(Duration.ZERO);
    assertThat(spacing(sound(), "2s")).isEqualTo(Duration.ofSeconds(2));
    for (String wrong : List.of("59s", "61m", "often")) {
      Map<String, String> values = stage();
      values.put("reconciliation.spacing", wrong);
      assertThat(problems(values)).singleElement().asString().contains("reconciliation.spacing");
    }
  }

  private static Duration spacing(Map<String, String> values, String given) {
    if (!given.isEmpty()) {
      values.put("reconciliation.spacing", given);
    }
    return Settings.from(values).ecpay().files().spacing();
  }

  @Test
  void patienceOutlastsTheWaitBeforeACallLeavesTowardsEcpay() {
    Map<String, String> values = stage();
    values.put("patience", "85s");
    assertThat(problems(values))
        .singleElement()
        .asString()
        .startsWith("patience = 85s")
        .contains("85000ms");
    values.put("patience", "86s");
    assertThat(problems(values)).isEmpty();
  }

  @Test
  void allProblemsAreReportedTogetherWithoutSecrets() {
    Map<String, String> values = sound();
    values.put("http.port", "http");
    values.put("public-url", "https://shop.example:8443");
    values.put("payment.hash-key", "short-secret");
    values.put("invoice.merchant-id", "");
    values.put("patience", "45s");
    values.put("database.url", "jdbc:mysql://x");
    values.put("htpp.port", "1");
    List<String> problems = problems(values);
    assertThat(problems)
        .anyMatch(one -> one.startsWith("htpp.port: there is no such setting"))
        .anyMatch(one -> one.startsWith("http.port = http (or ECPAY_HTTP_PORT): a whole number"))
        .anyMatch(one -> one.contains("public-url") && one.contains("R-ORD-13"))
        .anyMatch(one -> one.startsWith("payment.hash-key = (hidden)"))
        .anyMatch(one -> one.startsWith("invoice.merchant-id = (missing)"))
        .anyMatch(one -> one.startsWith("patience = 45s") && one.contains("45000ms"))
        .anyMatch(one -> one.startsWith("database.url"));
    assertThatThrownBy(() -> Settings.from(values))
        .message()
        .doesNotContain("short-secret", SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "production, payment.hash-key, pwFHCqoQZGmho4w6, R-TRN-08",
    "stage, invoice.hash-key, ThisIsVerySecret1, R-TRN-08",
    "stage, host.ecpg, https://ecpg.ecpay.com.tw, host.ecpg",
    "production, host.ecpg, https://ecpg-stage.ecpay.com.tw, host.ecpg",
    "sandbox, sandbox-url, https://ecpg.ecpay.com.tw, sandbox-url",
    "stage, outgoing.read-timeout, 29s, R-TRN-04",
    "stage, host.ecpg, http://ecpg.example, R-TRN-01",
    "nowhere, merchant.id, shop, environment",
    "stage, merchant.id, Shop, merchant.id",
    "stage, outgoing.proxy, proxy, outgoing.proxy",
    "stage, outgoing.trust, /nowhere/ca.pem, outgoing.trust",
    "stage, invoice.allowance-digests, sha1, invoice.allowance-digests",
    "stage, checkout-url, localhost, checkout-url",
    "stage, merchant.dashboard-notifies, yes, merchant.dashboard-notifies",
    "stage, jobs.workers, 0, jobs.workers",
    "stage, jobs.polling, often, jobs.polling",
    "stage, checkout.scripts, javascript:x, checkout.scripts",
    "stage, log-format, xml, log-format",
  })
  void whatDoesNotGoTogetherIsRefusedAtStart(
      String environment, String name, String value, String said) {
    Map<String, String> values = environment.equals("sandbox") ? sound() : stage();
    values.put("environment", environment);
    values.put(name, value);
    assertThat(problems(values)).anyMatch(problem -> problem.contains(said));
  }

  @Test
  void theEnvironmentWinsOverTheFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ecpay.properties");
    StringBuilder text = new StringBuilder();
    sound().forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    Files.writeString(file, text);
    Settings settings =
        Settings.load(
            Optional.of(file),
            Map.of("ECPAY_HTTP_PORT", "9999", "ECPAY_HASH_KEY", "of another command"));
    assertThat(settings.web().port()).isEqualTo(9999);
    assertThat(settings.shops().getFirst().merchant().name()).isEqualTo("小書店");
    assertThatThrownBy(() -> Settings.load(Optional.of(folder.resolve("none")), Map.of()))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("none");
  }

  @Test
  void anAddressWithAPathIsToldThatItHasNone() {
    Map<String, String> values = sound();
    values.put("public-url", "https://shop.example/pay");
    assertThat(problems(values)).singleElement().asString().contains("and no path, such as");
  }

  @Test
  void aFileThatCannotBeReadIsToldWithItsReasonAndWithoutItsText(@TempDir Path folder)
      throws IOException {
    Path latin = Files.write(folder.resolve("latin"), new byte[] {'a', '=', (byte) 0xff});
    Path escape = Files.writeString(folder.resolve("escape"), "database.password=" + "\\u12 x");
    assertThat(unreadable(folder)).endsWith("it is a folder");
    assertThat(unreadable(folder.resolve("none"))).endsWith("there is no such file");
    assertThat(unreadable(latin)).endsWith("it is not UTF-8");
    assertThat(unreadable(escape))
        .endsWith("a \\u in it needs four hexadecimal digits")
        .doesNotContain("12 x");
  }

  private static String unreadable(Path file) {
    return String.valueOf(
            catchThrowable(() -> Settings.load(Optional.of(file), Map.of())).getMessage())
        .strip();
  }

  @Test
  void settingsPrintWithoutSecrets() {
    Map<String, String> values = sound();
    values.remove("database.folder");
    values.put("database.url", "jdbc:postgresql://localhost/x");
    values.put("database.password", SECRET);
    assertThat(Settings.from(values).toString()).doesNotContain(SECRET);
  }
}
