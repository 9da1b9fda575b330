package ecpay.acceptance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.acceptance.actor.StoryFailure;
import ecpay.acceptance.story.paying.AFormOpens;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Narrator;
import ecpay.sandbox.Sandbox;
import ecpay.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stage target, with a sandbox that stands in for every stage host: over TLS with an authority
 * of its own, behind a proxy, under ECPay's own names.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StageStandInTest {
  private static final Set<String> STAGE_HOSTS =
      Set.of(
          "ecpg-stage.ecpay.com.tw",
          "ecpayment-stage.ecpay.com.tw",
          "payment-stage.ecpay.com.tw",
          "vendor-stage.ecpay.com.tw",
          "einvoice-stage.ecpay.com.tw");

  private CertificateAuthority authority;
  private Sandbox sandbox;
  private ConnectProxy proxy;

  StageStandInTest(@TempDir Path folder) throws Exception {
    authority = CertificateAuthority.certifying(STAGE_HOSTS, folder);
    sandbox = Sandbox.start(SandboxOptions.defaults().withTls(authority.serverContext()));
    proxy = ConnectProxy.to(sandbox.port(), STAGE_HOSTS);
  }

  @AfterAll
  void close() throws Exception {
    proxy.close();
    sandbox.close();
  }

  private Map<String, String> settings() throws Exception {
    int port = Ports.free();
    Map<String, String> settings = new HashMap<>(TestDatabase.settings());
    settings.put("http.port", Integer.toString(port));
    settings.put("public-url", "https://shop.example");
    settings.put("checkout-url", "http://localhost:" + port);
    settings.put("outgoing.proxy", "127.0.0.1:" + proxy.port());
    return settings;
  }

  @Test
  void whatStageCanPlayIsPlayedUnderEcpaysOwnNames() throws Exception {
    Map<String, String> settings = settings();
    settings.put("outgoing.trust", authority.pem().toString());
    try (StageTarget target = StageTarget.start(settings);
        Cast cast = target.cast(Narrator.SILENT)) {
      List<Fact> facts = new AFormOpens(cast, "on-stage").play();
      assertThat(facts).isNotEmpty().allMatch(Fact::holds);
    }
    assertThat(proxy.connected()).contains("ecpg-stage.ecpay.com.tw:443");
  }

  @Test
  void anAuthorityThatNobodyTrustsOpensNoForm() throws Exception {
    try (StageTarget target = StageTarget.start(settings());
        Cast cast = target.cast(Narrator.SILENT)) {
      String order = cast.shop().placesAnOrder(ORDER).path("id").asText();
      assertThatThrownBy(() -> cast.shop().opensAPayment(order))
          .isInstanceOf(StoryFailure.class)
          .hasMessageContaining("502");
      assertThat(
              cast.shop()
                  .order(order)
                  .path("payments")
                  .path(0)
                  .path("failure")
                  .path("code")
                  .asText())
          .isEqualTo("NOT_SENT");
    }
  }

  private static final String ORDER =
      """
      {"reference":"untrusted","description":"Tea",
       "buyer":{"name":"Wang","email":"buyer@example.com"},
       "lines":[{"name":"Tea","quantity":1,"unit":"pc","unitPrice":100}],
       "invoice":{"carrier":"ecpay"}}\
      """;
}
