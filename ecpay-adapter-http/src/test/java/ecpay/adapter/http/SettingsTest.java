package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.adapter.http.setting.EcpaySettings.FileLimits;
import ecpay.adapter.http.setting.EcpaySettings.Hosts;
import ecpay.adapter.http.setting.EcpaySettings.InvoiceWire;
import ecpay.crypto.Digest;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.rule.Rule;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be set, and what is refused before anything starts. */
class SettingsTest {
  private static final EcpaySettings STAGE = EcpaySettings.stage();

  private static EcpaySettings with(Hosts hosts, Duration readTimeout) {
    return new EcpaySettings(
        hosts,
        Duration.ofSeconds(10),
        readTimeout,
        Optional.empty(),
        Optional.empty(),
        STAGE.payments(),
        InvoiceWire.stage(),
        1,
        Duration.ZERO,
        STAGE.files());
  }

  @Test
  void theDefaultsAreThoseOfTheReference() {
    assertThat(STAGE.hosts().ecpg()).hasToString("https://ecpg-stage.ecpay.com.tw");
    assertThat(STAGE.hosts().ecpayment()).hasToString("https://ecpayment-stage.ecpay.com.tw");
    assertThat(STAGE.hosts().payment()).hasToString("https://payment-stage.ecpay.com.tw");
    assertThat(STAGE.hosts().vendor()).hasToString("https://vendor-stage.ecpay.com.tw");
    assertThat(EcpaySettings.production().hosts().payment())
        .hasToString("https://payment.ecpay.com.tw");
    assertThat(EcpaySettings.production().hosts().vendor())
        .hasToString("https://vendor.ecpay.com.tw");
    assertThat(STAGE.hosts().einvoice()).hasToString("https://einvoice-stage.ecpay.com.tw");
    assertThat(EcpaySettings.production().hosts().ecpg()).hasToString("https://ecpg.ecpay.com.tw");
    assertThat(EcpaySettings.production().hosts().ecpayment())
        .hasToString("https://ecpayment.ecpay.com.tw");
    assertThat(EcpaySettings.production().hosts().einvoice())
        .hasToString("https://einvoice.ecpay.com.tw");
    assertThat(STAGE.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(STAGE.readTimeout()).isEqualTo(Duration.ofSeconds(35));
    assertThat(STAGE.spacing()).isEqualTo(Duration.ofMillis(200));
    assertThat(STAGE.files())
        .isEqualTo(new FileLimits(Duration.ofSeconds(65), 2L << 30, Duration.ofMinutes(10)))
        .isEqualTo(EcpaySettings.production().files());
    assertThat(STAGE.invoices().revision()).isEqualTo("3.0.0");
  }

  @Test
  void towardsEcpayNobodyHangsUpBeforeThirtySeconds() {
    assertThat(with(STAGE.hosts(), Duration.ofSeconds(30))).isNotNull();
    assertThatThrownBy(() -> with(STAGE.hosts(), Duration.ofMillis(29_999)))
        .hasMessage("readTimeout must be at least 30 seconds (R-TRN-04)");
    Hosts halfLocal =
        new Hosts(
            URI.create("http://localhost:1"),
            STAGE.hosts().ecpayment(),
            URI.create("http://localhost:1"),
            URI.create("http://localhost:1"),
            URI.create("http://localhost:1"));
    assertThatThrownBy(() -> with(halfLocal, Duration.ofSeconds(1)))
        .hasMessage("readTimeout must be at least 30 seconds (R-TRN-04)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://ecpg.ecpay.com.tw", "http://192.168.0.7:8080", "ftp://localhost"})
  void withoutTlsOnlyThisMachineIsCalled(String host) {
    assertThatThrownBy(() -> EcpaySettings.sandbox(URI.create(host)))
        .hasMessage("ecpg must use https (R-TRN-01)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ecpg.ecpay.com.tw", "https:/x", "https://a@b.example", "https://b.example?x=1"})
  void whatIsNoHostIsRefused(String host) {
    assertThatThrownBy(() -> EcpaySettings.sandbox(URI.create(host)))
        .hasMessage("ecpg must be an address like https://ecpg.ecpay.com.tw");
  }

  @Test
  void aSlashAtTheEndDoesNoHarm() {
    assertThat(EcpaySettings.sandbox(URI.create("http://localhost:1/")).hosts().ecpg())
        .hasToString("http://localhost:1");
  }

  @Test
  void filesHaveLimitsOfTimeAndSizeAlways() {
    assertThatThrownBy(() -> FileLimits.USUAL.every(Duration.ofMinutes(61)))
        .hasMessage("the spacing of files must be 0 to 60 minutes");
    assertThatThrownBy(() -> FileLimits.USUAL.every(Duration.ofMillis(-1)))
        .hasMessage("the spacing of files must be 0 to 60 minutes");
    assertThatThrownBy(() -> new FileLimits(Duration.ZERO, 0, Duration.ofMinutes(1)))
        .hasMessage("mostBytes must be at least 1");
    assertThatThrownBy(() -> new FileLimits(Duration.ZERO, 1, Duration.ZERO))
        .hasMessage("longest must be more than zero");
  }

  private static InvoiceWire wire(String revision, Set<Digest> digests, String name) {
    InvoiceWire usual = InvoiceWire.usual();
    return new InvoiceWire(revision, digests, name, name, name, name, usual.everyMailGoesTo());
  }

  @Test
  void theInvoiceServiceIsSpokenToAsTheReferenceDecides() {
    assertThat(InvoiceWire.usual())
        .isEqualTo(
            new InvoiceWire(
                "3.0.0",
                Set.of(Digest.SHA256, Digest.MD5),
                "GetCompanyNameByTaxID",
                "AddInvoiceWordSetting",
                "UpdateInvoiceWordStatus",
                "BarCode",
                Optional.empty()));
    assertThat(EcpaySettings.production().invoices()).isEqualTo(InvoiceWire.usual());
  }

  @Test
  void whatNamesNothingIsRefused() {
    Set<Digest> digests = Set.of(Digest.SHA256);
    assertThat(wire("", digests, "A")).isNotNull();
    assertThatThrownBy(() -> wire("3.0.00x", digests, "A"))
        .hasMessage("revision has at most 5 characters");
    assertThatThrownBy(() -> wire("", Set.of(), "A"))
        .hasMessage("allowanceDigests must name at least one digest");
    assertThatThrownBy(() -> wire("", digests, "../A"))
        .hasMessage("a name is 1 to 50 Latin letters");
  }

  @Test
  @Rule("R-INV-36")
  void ecpaysStageIsNotCalledWithoutASubstituteForAddresses() {
    assertThat(STAGE.invoices().everyMailGoesTo()).contains(new EmailAddress("stage@example.com"));
    assertThatThrownBy(() ->
            new EcpaySettings(
                STAGE.hosts(),
                STAGE.connectTimeout(),
                STAGE.readTimeout(),
                STAGE.proxy(),
                STAGE.trust(),
                STAGE.payments(),
                InvoiceWire.usual(),
                1,
                Duration.ZERO,
                STAGE.files()))
        .hasMessage("ECPay's stage must see no real email address (R-INV-36)");
  }
}
