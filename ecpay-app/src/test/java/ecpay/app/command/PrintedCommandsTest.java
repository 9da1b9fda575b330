package ecpay.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Shop;
import ecpay.app.command.PlayedPlatform.Result;
import ecpay.app.command.api.ApiOptions;
import ecpay.app.reading.ApplyingCommand;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.reconciliation.Difference.Status;
import ecpay.domain.reconciliation.Difference.StatusDiffers;
import ecpay.domain.reconciliation.Difference.Subject;
import ecpay.domain.reconciliation.DifferenceId;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.ReportId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command that a report prints with each difference does what it suggests, as it is printed.
 */
class PrintedCommandsTest {
  private static final String STAND_IN =
      "#!/bin/sh\nn=$(ls | wc -l)\nprintf '%s\\n' \"$@\" >asked$n\n[ \"$2\" != payment ] || cat >in$n\n";

  @TempDir private Path folder;

  /** What the shell makes of it: the words that each ./ecpay of it is called with. */
  private List<List<String>> wordsOf(String command) throws IOException, InterruptedException {
    Path launcher = Files.writeString(folder.resolve("ecpay"), STAND_IN);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Process shell = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).start();
    assertThat(shell.waitFor()).isZero();
    List<List<String>> asked = new ArrayList<>();
    for (Path file : found("asked")) {
      asked.add(Files.readAllLines(file));
    }
    return asked;
  }

  private List<Path> found(String prefix) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    }
  }

  private static JsonNode report(Shop shop, String tradeNo) {
    String file =
        "特店交易編號,綠界交易編號,付款日期,付款方式,交易金額,手續費\r\n"
            + tradeNo
            + ",2611211200000001,2026/11/21 12:00:05,Credit,1200,99.50\r\n"
            + "STRANGER1,2611211200000002,2026/11/21 12:00:05,Credit,700,\r\n";
    HttpResponse<String> answer =
        shop.postBytes(
            "/api/v1/reconciliations/files?file=QueryTradeMedia&from=2025-06-30",
            file.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return shown(shop, Shop.json(answer).path("id").asText());
  }

  private static String platform(Shop shop) {
    URI any = shop.anonymous("/").build().uri();
    return any.getScheme() + "://" + any.getAuthority();
  }

  private static JsonNode shown(Shop shop, String report) {
    return Shop.json(shop.get("/api/v1/reconciliations/" + report));
  }

  @Test
  void eachDifferenceIsAppliedByItsCommand() throws IOException, InterruptedException {
    try (Shop shop = Shop.open()) {
      String order = shop.placed("PC-1");
      shop.pay(order);
      JsonNode payment = Shop.json(shop.get("/api/v1/orders/" + order)).at("/payments/0");
      JsonNode report = report(shop, payment.path("tradeNo").asText());
      assertThat(report.path("differences"))
          .extracting(difference -> difference.path("kind").asText())
          .containsExactlyInAnyOrder("amount", "fee", "missing_here");
      for (JsonNode difference : report.path("differences")) {
        List<String> words = wordsOf(difference.path("command").asText()).getLast();
        Result result =
            PlayedPlatform.runAnywhere(
                Map.of(ApiOptions.URL, platform(shop), ApiOptions.KEY, shop.key),
                "",
                words.toArray(String[]::new));
        assertThat(result.exit()).as(words + result.err()).isZero();
      }
      assertThat(shown(shop, report.path("id").asText()).path("differences"))
          .allSatisfy(difference -> {
            assertThat(difference.path("state").asText()).isEqualTo("applied");
            assertThat(difference.has("command")).isFalse();
          });
    }
  }

  @Test
  void aSecondPaymentIsGivenBackAndThenNoted() throws IOException, InterruptedException {
    String command =
        ApplyingCommand.of(
            new KeptDifference(
                new DifferenceId("d1"),
                new ReportId("r1"),
                new StatusDiffers(
                    new Subject(
                        "A1",
                        Optional.of(new PaymentId("p1")),
                        Optional.of(new OrderId("o1")),
                        "l"),
                    Status.SECOND_PAYMENT,
                    1000,
                    1000),
                1,
                KeptDifference.State.OPEN,
                "",
                Instant.EPOCH,
                Optional.empty()));
    assertThat(wordsOf(command))
        .containsExactly(
            List.of("refund", "payment", "p1"),
            List.of(
                "reconcile",
                "apply",
                "d1",
                "--there=1000",
                "--note",
                "refund of the second payment requested"));
    assertThat(Files.readString(found("in").getFirst()).strip())
        .isEqualTo("{\"reference\": \"second-p1\", \"everything\": true}");
  }
}
