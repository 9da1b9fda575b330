package ecpay.app.command.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import ecpay.app.Main;
import ecpay.app.Shop;
import ecpay.app.command.line.Pipe;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing between ECPay and the platform that silently loses notices is found and named. */
class DoctorCommandTest {
  @TempDir private Path folder;

  private record Said(int exit, List<String> lines, String err) {}

  private Said doctor(Map<String, String> settings, String... words) throws IOException {
    Path file = folder.resolve("shop.properties");
    Files.write(
        file, settings.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Pipe pipe =
        new Pipe(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Map.of(),
            false);
    List<String> command = new ArrayList<>(List.of("doctor", "--settings", file.toString()));
    command.addAll(List.of(words));
    int exit = Main.commands(pipe).execute(command.toArray(String[]::new));
    return new Said(exit, out.toString(UTF_8).lines().toList(), err.toString(UTF_8));
  }

  private static Map<String, String> settings() {
    Map<String, String> values = new HashMap<>(Shop.ofAShop());
    values.put("database.folder", "data");
    return values;
  }

  private String complaint(int status, String header, String body) throws IOException {
    HttpServer front =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    front.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          if (!header.isEmpty()) {
            exchange.getResponseHeaders().add("Location", header);
          }
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    front.start();
    try {
      Said said =
          doctor(settings(), "--at", "http://127.0.0.1:" + front.getAddress().getPort() + "/");
      assertThat(said.exit()).isEqualTo(1);
      assertThat(said.lines()).hasSize(14);
      assertThat(said.lines().getFirst()).startsWith("lost     http://127.0.0.1:");
      return said.lines().get(1).strip();
    } finally {
      front.stop(0);
    }
  }

  /** R-CBK-02. */
  @Test
  void whatIsPostedToThePlatformItselfArrivesAtAllSevenAddressesAndChangesNothing()
      throws IOException {
    try (Shop shop = Shop.open()) {
      Said said = doctor(settings(), "--at", shop.platform.url().toString());
      assertThat(said.lines()).hasSize(7).allMatch(line -> line.startsWith("arrives  "));
      assertThat(said.lines())
          .extracting(line -> line.substring(line.lastIndexOf('/') + 1))
          .containsExactlyInAnyOrder(
              "payment",
              "period",
              "hosted-payment",
              "payment-info",
              "hosted-period",
              "invoice",
              "allowance");
      assertThat(said.exit()).isZero();
      assertThat(Shop.json(shop.get("/api/v1/incidents")).toString()).doesNotContain("Doctor");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "308, https://shop.example/callbacks/shop/payment/, redirects with 308",
    "302, https://shop.example/login, redirects with 302 to https://shop.example/login",
    "301, https://shop.example:8443/, redirects with 301",
    "403, '', protection against forged forms",
    "401, '', a login",
    "404, '', the path does not reach the platform",
    "405, '', POST is not let through",
    "415, '', the body of a notice is not let through",
    "502, '', the proxy does not reach the platform",
    "500, '', ECPay wants 200",
    "204, '', ECPay wants 200"
  })
  void aStatusThatIsNot200IsExplained(int status, String location, String complaint)
      throws IOException {
    assertThat(complaint(status, location, "")).contains(complaint);
  }

  @Test
  void whoeverElseAnswersIsToldFromThePlatform() throws IOException {
    assertThat(complaint(200, "", "<html><title>Sign in</title>"))
        .contains("something else than the platform answers: <html>");
    assertThat(complaint(200, "", "1|OK")).contains("something else than the platform");
    assertThat(complaint(200, "", "0|unknown merchant")).contains("has no such merchant");
  }

  @Test
  void whereNobodyListensThatIsSaid() throws IOException {
    try (Socket silent = new Socket()) {
      // Its port is nobody else's, and nobody listens there.
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Said said = doctor(settings(), "--at", "http://127.0.0.1:" + silent.getLocalPort());
      assertThat(said.exit()).isEqualTo(1);
      assertThat(said.lines().get(1)).contains("no connection");
    }
  }

  /** R-ORD-13. */
  @Test
  void aPortInThePublicAddressIsRefusedBeforeAnythingIsPosted() throws IOException {
    Map<String, String> settings = settings();
    settings.put("public-url", "https://shop.example:8443");
    Said said = doctor(settings);
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.lines()).isEmpty();
    assertThat(said.err()).contains("public-url").contains("443");
  }
}
