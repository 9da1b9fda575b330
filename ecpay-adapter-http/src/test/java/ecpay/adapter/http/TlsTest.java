package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.document.RelateNumber;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS 1.2 and 1.3 with a certificate that is checked (R-TRN-01, D-01). */
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String NO_DATA = "{\"RtnCode\":7}";

  @TempDir static Path folder;

  /** A certificate of its own for each run, so that none has to be kept. */
  @BeforeAll
  static void makeCertificates() throws IOException, InterruptedException {
    make("right.p12", "dns:localhost,ip:127.0.0.1");
    make("other.p12", "dns:elsewhere.example");
  }

  private static void make(String file, String names) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "san=" + names,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                folder.resolve(file).toString())
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
  }

  private static SSLContext context(String file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(folder.resolve(file))) {
      store.load(stream, PASSWORD);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    String alias = store.aliases().nextElement();
    trusted.setCertificateEntry(alias, store.getCertificate(alias));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static ScriptedEcpay server(SSLContext context, String... protocols) {
    return new ScriptedEcpay(address -> https(address, context, protocols));
  }

  private static HttpServer https(
      InetSocketAddress address, SSLContext context, String... protocols) throws IOException {
    HttpsServer server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters ssl = context.getDefaultSSLParameters();
            ssl.setProtocols(protocols);
            parameters.setSSLParameters(ssl);
          }
        });
    return server;
  }

  private static Answer<?> ask(ScriptedEcpay server, Optional<SSLContext> trust) {
    EcpaySettings plain = EcpaySettings.sandbox(URI.create("https://localhost:" + server.port()));
    EcpaySettings settings =
        new EcpaySettings(
            plain.hosts(),
            plain.connectTimeout(),
            plain.readTimeout(),
            plain.proxy(),
            trust,
            plain.payments(),
            plain.invoices(),
            plain.perMerchantConcurrency(),
            plain.spacing(),
            plain.files());
    return Facts.adapter(settings)
        .getInstance(InvoiceGateway.class)
        .getIssue(Facts.MERCHANT, new RelateNumber("INVOICE0001"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void bothVersionsWork(String version) throws Exception {
    SSLContext context = context("right.p12");
    try (ScriptedEcpay server = server(context, version)) {
      server.thenData(Facts.INVOICE_KEYS, NO_DATA);
      assertThat(ask(server, Optional.of(context))).isInstanceOf(Answer.Accepted.class);
    }
  }

  @Test
  void aCertificateOfNobodyWeTrustMeansNotSent() throws Exception {
    try (ScriptedEcpay server = server(context("right.p12"), "TLSv1.3", "TLSv1.2")) {
      assertThat(ask(server, Optional.empty()))
          .isEqualTo(new Answer.NotSent<>("TLS could not be agreed upon"));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aCertificateForAnotherNameMeansNotSent() throws Exception {
    SSLContext context = context("other.p12");
    try (ScriptedEcpay server = server(context, "TLSv1.3", "TLSv1.2")) {
      assertThat(ask(server, Optional.of(context)))
          .isEqualTo(new Answer.NotSent<>("TLS could not be agreed upon"));
      assertThat(server.requests()).isEmpty();
    }
  }
}
