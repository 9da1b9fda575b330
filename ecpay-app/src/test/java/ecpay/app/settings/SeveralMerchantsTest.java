package ecpay.app.settings;

import static ecpay.app.settings.GivenSettings.SECRET;
import static ecpay.app.settings.GivenSettings.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.app.settings.Settings.Shop;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of merchants, each with a section, and a platform that some of them trade through. */
class SeveralMerchantsTest {
  /** Two shops of a platform, and one with contracts of its own. */
  private static Map<String, String> sound() {
    Map<String, String> values = GivenSettings.at("https://mall.example");
    values.put("merchants", "tea, books,own");
    values.put("merchant.platform", "payment,invoice");
    GivenSettings.account(values, "platform.payment", "3003008");
    GivenSettings.account(values, "platform.invoice", "2000999");
    values.put("merchants.tea.name", "茶行");
    values.put("merchants.tea.payment.merchant-id", "3002607");
    values.put("merchants.tea.invoice.merchant-id", "2000132");
    values.put("merchants.tea.api-key-file", "keys/tea");
    values.put("merchants.books.name", "書店");
    values.put("merchants.books.payment.merchant-id", "3002608");
    values.put("merchants.books.invoice.merchant-id", "2000133");
    values.put("merchants.books.tracks.days-ahead", "20");
    values.put("merchants.own.name", "Own");
    values.put("merchants.own.platform", "none");
    GivenSettings.account(values, "merchants.own.payment", "3085779");
    GivenSettings.account(values, "merchants.own.invoice", "2000134");
    return values;
  }

  private static Merchant merchant(Map<String, String> values, String name) {
    return Settings.from(values).merchants().get(new MerchantId(name));
  }

  @Test
  void eachMerchantHasASectionOfItsOwn() {
    Settings settings = Settings.from(sound());
    assertThat(settings.shops())
        .extracting(shop -> shop.merchant().id().value())
        .containsExactly("tea", "books", "own");
    assertThat(settings.merchants().all())
        .extracting(Merchant::name)
        .containsExactly("茶行", "書店", "Own");
    assertThat(settings.shops())
        .extracting(Shop::apiKeyFile)
        .containsExactly(Optional.of(Path.of("keys", "tea")), Optional.empty(), Optional.empty());
    assertThat(settings.merchants().find(new MerchantId("shop"))).isEmpty();
    assertThat(merchant(sound(), "books").callbacks().paymentReturn().value())
        .isEqualTo("https://mall.example/callbacks/books/payment");
  }

  /** R-TRN-09 and R-TRN-10. */
  @Test
  void throughAPlatformItsKeysServeAndAnOrdinaryMerchantHasItsOwn() {
    EcpayAccount payments = merchant(sound(), "tea").payments();
    assertThat(payments.merchantId()).isEqualTo(new EcpayMerchantId("3002607"));
    assertThat(payments.platform()).contains(new EcpayMerchantId("3003008"));
    assertThat(merchant(sound(), "tea").invoices().platform())
        .contains(new EcpayMerchantId("2000999"));
    assertThat(merchant(sound(), "own").payments().platform()).isEmpty();
    assertThat(merchant(sound(), "own").invoices().platform()).isEmpty();
  }

  /** R-TRN-09. */
  @Test
  void aMerchantMayUseThePlatformForOneServiceOnly() {
    Map<String, String> values = sound();
    values.put("merchants.own.platform", "payment");
    values.remove("merchants.own.payment.hash-key");
    values.remove("merchants.own.payment.hash-iv");
    assertThat(merchant(values, "own").payments().platform()).isPresent();
    assertThat(merchant(values, "own").invoices().platform()).isEmpty();
  }

  @Test
  void whatAMerchantLeavesOpenIsAsForAll() {
    Map<String, String> values = sound();
    values.put("tracks.days-ahead", "5");
    values.put("invoice.card-carriers", "true");
    values.put("merchants.books.invoice.card-carriers", "false");
    assertThat(merchant(values, "tea").invoicing().tracks().daysAhead()).isEqualTo(5);
    assertThat(merchant(values, "tea").invoicing().cardCarriers()).isTrue();
    assertThat(merchant(values, "books").invoicing().tracks().daysAhead()).isEqualTo(20);
    assertThat(merchant(values, "books").invoicing().cardCarriers()).isFalse();
  }

  @Test
  void theOneShopMayTradeThroughAPlatformToo() {
    Map<String, String> values = sound();
    values.keySet().removeIf(name -> name.startsWith("merchants"));
    values.put("merchant.name", "茶行");
    values.put("payment.merchant-id", "3002607");
    values.put("invoice.merchant-id", "2000132");
    assertThat(merchant(values, "shop").payments().platform()).isPresent();
  }

  @Test
  void everythingWrongInEverySectionIsReportedTogetherWithoutSecrets() {
    Map<String, String> values = sound();
    values.put("merchants.tea.name", "");
    values.put("merchants.books.payment.hash-key", SECRET);
    values.put("merchants.own.invoice.hash-iv", "short-secret");
    values.put("merchants.coffee.name", "Coffee");
    values.put("merchants.own.colour", "red");
    values.put("platform.invoice.merchant-id", "none");
    values.put("payment.merchant-id", "3002607");
    values.put("tracks.alarm-below", "-1");
    assertThat(problems(values))
        .hasSize(8)
        .anyMatch(one ->
            one.startsWith(
                "merchants.tea.name = (missing) (or ECPAY_MERCHANTS_TEA_NAME): the shop's"))
        .anyMatch(one ->
            one.startsWith("merchants.books.payment.hash-key = (hidden)")
                && one.contains("R-TRN-09"))
        .anyMatch(one -> one.startsWith("merchants.own.invoice.hash-iv = (hidden)"))
        .anyMatch(one -> one.startsWith("merchants.coffee.name: there is no such setting"))
        .anyMatch(one -> one.startsWith("merchants.own.colour: there is no such setting"))
        .anyMatch(one -> one.startsWith("platform.invoice.merchant-id = none"))
        .anyMatch(one -> one.startsWith("payment.merchant-id = 3002607") && one.contains("NAME"))
        .anyMatch(one -> one.startsWith("tracks.alarm-below = -1"));
    assertThatThrownBy(() -> Settings.from(values))
        .message()
        .doesNotContain(SECRET, "short-secret");
  }

  @ParameterizedTest
  @CsvSource({
    "merchants, 'tea,tea', each merchant once",
    "merchants, 'tea,,own', a merchant id is",
    "merchants, 'tea,Own', a merchant id is",
    "merchant.id, teahouse, not beside merchants",
    "merchants.tea.platform, invoices, 'payment, invoice, or both'",
    "merchants.books.payment.merchant-id, 3002607, than that of merchant tea",
    "merchants.own.invoice.merchant-id, 2000133, than that of merchant books",
    "merchants.tea.payment.merchant-id, 3003008, never for itself (R-TRN-09)",
    "api-key-file, key, merchants.NAME.api-key-file",
    "merchants.books.api-key-file, keys/tea, a file of its own",
  })
  void whatDoesNotGoTogetherIsRefusedAtStart(String name, String value, String said) {
    Map<String, String> values = sound();
    values.put(name, value);
    assertThat(problems(values)).anyMatch(problem -> problem.contains(said));
  }

  /** R-TRN-08. */
  @Test
  void keysOfTheStageStayOnTheStageForEachMerchant() {
    Map<String, String> values = sound();
    values.put("environment", "production");
    values.remove("sandbox-url");
    values.put("platform.payment.hash-key", "FCnGLNS7P3xQ2q3E");
    values.put("merchants.own.invoice.hash-key", "ejCk326UnaZWKisg");
    assertThat(problems(values))
        .hasSize(2)
        .allMatch(problem -> problem.contains("R-TRN-08"))
        .anyMatch(problem -> problem.startsWith("platform.payment.hash-key = (hidden)"))
        .anyMatch(problem -> problem.startsWith("merchants.own.invoice.hash-key = (hidden)"));
  }

  @Test
  void theEnvironmentWinsInSectionsToo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ecpay.properties");
    StringBuilder text = new StringBuilder();
    Map<String, String> values = sound();
    values.remove("merchants.own.payment.hash-key");
    values.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    Files.writeString(file, text);
    Settings settings =
        Settings.load(
            Optional.of(file),
            Map.of(
                "ECPAY_MERCHANTS_OWN_PAYMENT_HASH_KEY", SECRET, "ECPAY_MERCHANTS_TEA_NAME", "茶"));
    assertThat(settings.merchants().get(new MerchantId("tea")).name()).isEqualTo("茶");
  }

  @Test
  void settingsPrintWithoutSecrets() {
    assertThat(Settings.from(sound()).toString()).doesNotContain(SECRET);
  }
}
