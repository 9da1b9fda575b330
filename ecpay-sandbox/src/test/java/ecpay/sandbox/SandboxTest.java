package ecpay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.net.URI;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {
  @Test
  void itStartsOnLoopbackAndShowsWhatThereIs() throws IOException {
    try (var bench = new Bench()) {
      assertThat(bench.sandbox.url()).isEqualTo("http://127.0.0.1:" + bench.sandbox.port());
      var page = bench.get("/");
      assertThat(page.body()).contains("/sandbox/mailbox.html", Order.APPROVED);
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'");
      assertThat(page.body()).doesNotContain("<script>", "style=");
      for (var path : new String[] {"/assets/page.css", "/assets/submit.js"}) {
        assertThat(bench.get(path).statusCode()).isEqualTo(200);
      }
      assertThat(bench.get("/sandbox/mailbox.html").body()).contains("no mail yet");
    }
  }

  @Test
  void itForgetsEverythingAndFreesItsPortWhenItCloses() throws IOException {
    var first = Sandbox.start(SandboxOptions.defaults());
    var port = first.port();
    first.close();
    try (var second = Sandbox.start(SandboxOptions.defaults().withPort(port))) {
      assertThat(second.port()).isEqualTo(port);
    }
  }

  @Test
  void aTakenPortIsOneClearLineAndExitCodeOne() throws IOException {
    try (var running = Sandbox.start(SandboxOptions.defaults())) {
      assertThatThrownBy(
              () -> Sandbox.start(SandboxOptions.defaults().withPort(running.port())).close())
          .isInstanceOf(BindException.class);
      var errors = new StringWriter();
      var code =
          SandboxMain.commandLine()
              .setErr(new PrintWriter(errors, true))
              .execute("--port", Integer.toString(running.port()));
      assertThat(code).isEqualTo(1);
      assertThat(errors.toString().lines()).hasSize(1);
      assertThat(errors.toString()).contains("127.0.0.1:" + running.port());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--route=nowhere",
        "--route=https://a.example=ftp://b",
        "--port=70000",
        "--deliveries=0",
        "--merchant=payment:1",
        "--merchant=other:1:k:v",
        "--platform=payment:3003008",
        "--platform=payment:1=2",
        "--route=https://a.example/x=http://b"
      })
  void aBadOptionIsExplained(String option) {
    var errors = new StringWriter();
    var code = SandboxMain.commandLine().setErr(new PrintWriter(errors, true)).execute(option);
    assertThat(code).isEqualTo(2);
    assertThat(errors.toString()).endsWith("See: ecpay sandbox --help" + System.lineSeparator());
    assertThat(errors.toString().lines()).hasSize(2);
  }

  @Test
  void anAddressThatIsNoneHereIsToldInALineThatSaysWhatToGive() {
    var errors = new StringWriter();
    var code =
        SandboxMain.commandLine()
            .setErr(new PrintWriter(errors, true))
            .execute("--bind=nowhere.invalid", "--port=0");
    assertThat(code).isEqualTo(1);
    assertThat(errors.toString().lines()).hasSize(1);
    assertThat(errors.toString()).contains("nowhere.invalid:0", "--bind");
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example/a, http://localhost:8080/a",
    "https://SHOP.example/a?b=c, http://localhost:8080/a?b=c",
    "https://shop.example, http://localhost:8080",
    "https://shop.example.org/a, https://shop.example.org/a",
    "http://shop.example/a, http://shop.example/a",
    "https://api.example/a, http://localhost:9090/base/a"
  })
  void aRouteReplacesExactlyItsOrigin(String url, String expected) {
    var options =
        SandboxOptions.defaults()
            .withRoute("https://shop.example", "http://localhost:8080/")
            .withRoute("https://api.example/", "http://localhost:9090/base");
    assertThat(options.routes().apply(url)).isEqualTo(expected);
  }

  @Test
  void withoutARouteAUrlIsUsedAsItIs() throws IOException {
    try (var bench = new Bench()) {
      var data = Order.token("Plain1");
      ((ObjectNode) data.path("CardInfo")).put("OrderResultURL", "https://other.example/x?a=1&b=2");
      var token = bench.pay(Order.GET_TOKEN, data).data().path("Token").asText();
      var payToken = Order.payToken(bench, Order.card(token, Order.APPROVED));
      var url =
          bench
              .pay(Order.CREATE, Order.create("Plain1", payToken))
              .data()
              .at("/ThreeDInfo/ThreeDURL");
      assertThat(bench.submit(url.asText(), "code", "1234").body())
          .contains("action=\"https://other.example/x?a=1&amp;b=2\"");
    }
  }

  @Test
  void pagesAndLinksCarryThePublicAddress() throws IOException {
    try (var bench = new Bench(options -> options.withPublicUrl("https://ecpay.test"))) {
      var url =
          Order.place(bench, Order.number(), Order.APPROVED).data().at("/ThreeDInfo/ThreeDURL");
      assertThat(url.asText()).startsWith("https://ecpay.test/3d-secure/");
      assertThat(bench.get(URI.create(url.asText()).getPath()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theJournalKeepsEveryExchangeInOrderAndNoSecrets() throws IOException {
    try (var bench = new Bench()) {
      var token = bench.pay(Order.GET_TOKEN, Order.token("Journal1")).data().path("Token").asText();
      var payToken = Order.payToken(bench, Order.card(token, Order.APPROVED));
      bench.pay(Order.CREATE, Order.create("Journal1", payToken));
      var journal = bench.control("GET", "/sandbox/journal", "");
      assertThat(journal.toString())
          .doesNotContain(token, payToken, Order.APPROVED, "pwFHCqoQZGmho4w6", "EkRm7iFT261dpevs");
      var exchanges = journal.path("exchanges");
      var operations = new HashSet<String>();
      for (int i = 0; i < exchanges.size(); i++) {
        assertThat(exchanges.path(i).path("sequence").asInt()).isEqualTo(i + 1);
        operations.add(exchanges.path(i).path("operation").asText());
      }
      assertThat(operations)
          .containsExactlyInAnyOrder("GetTokenbyTrade", "PayToken", "CreatePayment");
      var create = exchanges.path(2);
      assertThat(create.at("/requestData/MerchantTradeNo").asText()).isEqualTo("Journal1");
      assertThat(create.at("/requestData/PayToken").asText()).hasSize(7).endsWith("…");
      assertThat(create.at("/answerData/RtnCode").asInt()).isEqualTo(1);
      assertThat(create.at("/requestEnvelope/MerchantID").asText()).isEqualTo("3002607");
      assertThat(create.path("status").asInt()).isEqualTo(200);
      assertThat(bench.control("GET", "/sandbox/journal?after=2", "").path("exchanges")).hasSize(1);
      assertThat(bench.get("/sandbox/journal?after=x").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void theClockTicksFromWhereItIsSet() throws IOException {
    try (var bench = Bench.ticking()) {
      var set = bench.control("POST", "/sandbox/clock", "{\"now\":\"2027-01-31T16:00:00Z\"}");
      assertThat(set.path("taipei").asText()).startsWith("2027-02-01T00:00");
      bench.control("POST", "/sandbox/clock", "{\"advanceSeconds\":3600}");
      assertThat(bench.control("GET", "/sandbox/clock", "").path("taipei").asText())
          .startsWith("2027-02-01T01:00");
      assertThat(
              bench.post("/sandbox/clock", "application/json", "{\"now\":\"soon\"}").statusCode())
          .isEqualTo(400);
      var data = Order.token(Order.number());
      assertThat(bench.pay(Order.GET_TOKEN, data).data().path("TokenExpireDate").asText())
          .startsWith("2027/02/01 01:10");
    }
  }

  /** Nobody's call expires because a tester lets days pass while it is under way. */
  @Test
  void aCallThatWasWrittenBeforeTheClockWasMovedIsStillTaken() {
    try (var bench = new Bench()) {
      Hosted.place(bench, Hosted.order("Moved1", "ATM"));
      var data = Order.query("X1");
      var envelope = Bench.envelope("3002607", bench.now(), Bench.PAYMENT_KEYS, data);
      var form = Hosted.asking(bench, "Moved1");
      bench.control("POST", "/sandbox/clock", "{\"advanceSeconds\":172800}");
      assertThat(bench.call(Order.QUERY, envelope, Bench.PAYMENT_KEYS).transCode()).isEqualTo(1);
      assertThat(Hosted.verified(Hosted.post(bench, "/Cashier/QueryTradeInfo/V5", form).body()))
          .containsEntry("TradeStatus", "0");
      var never = Bench.envelope("3002607", bench.now() - 86_400, Bench.PAYMENT_KEYS, data);
      assertThat(bench.call(Order.QUERY, never, Bench.PAYMENT_KEYS).transCode()).isZero();
    }
  }

  @Test
  void unknownPagesTradesAndLinksAreNotFound() throws IOException {
    try (var bench = new Bench()) {
      assertThat(bench.get("/3d-secure/nobody").statusCode()).isEqualTo(404);
      assertThat(bench.submit("/unionpay/nobody", "action", "confirm").statusCode()).isEqualTo(404);
      assertThat(bench.get("/sandbox/consent/nobody").statusCode()).isEqualTo(404);
      assertThat(bench.submit("/sandbox/consent/nobody").statusCode()).isEqualTo(404);
      assertThat(bench.post("/sandbox/trades/X/pay", "application/json", "{}").statusCode())
          .isEqualTo(404);
    }
  }
}
