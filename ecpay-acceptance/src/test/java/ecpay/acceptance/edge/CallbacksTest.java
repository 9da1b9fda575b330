package ecpay.acceptance.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.acceptance.target.SharedSandbox;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Payload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ECPay's callbacks, byte by byte (R-CBK-01, R-CBK-02, D-26). */
class CallbacksTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final URI PLATFORM = SharedSandbox.target().house().platformUrl();
  private static final Payload PAYMENT_KEYS =
      Payload.with(CryptoKeys.of("pwFHCqoQZGmho4w6", "EkRm7iFT261dpevs"));

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  private static HttpResponse<byte[]> post(String path, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(PLATFORM.resolve(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return CLIENT.send(request, BodyHandlers.ofByteArray());
  }

  private static byte[] notice(Payload keys) {
    String data =
        """
        {"RtnCode":1,"RtnMsg":"paid","MerchantID":"3002607",
         "OrderInfo":{"MerchantTradeNo":"NOBODYSORDER","TradeNo":"2611220000000001","TradeAmt":100,
         "PaymentType":"Credit","PaymentDate":"2026/11/22 10:00:00","TradeStatus":"1"}}\
        """;
    return """
    {"MerchantID":"3002607","RpHeader":{"Timestamp":1795000000},"TransCode":1,"TransMsg":"",\
    "Data":"%s"}\
    """
        .formatted(keys.encrypt(data))
        .getBytes(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/callbacks/teahouse/payment", "/callbacks/teahouse/payment/"})
  void anAuthenticNoticeGetsExactlyFourBytesWithAndWithoutASlash(String path) throws Exception {
    HttpResponse<byte[]> answer = post(path, "application/json", notice(PAYMENT_KEYS));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).containsExactly(0x31, 0x7C, 0x4F, 0x4B);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
  }

  @Test
  void aNoticeUnderOtherKeysIsNeverAcknowledged() throws Exception {
    Payload others = Payload.with(CryptoKeys.of("ejCk326UnaZWKisg", "q9jcZX8Ib9LM8wYk"));
    HttpResponse<byte[]> answer =
        post("/callbacks/teahouse/payment", "application/json", notice(others));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new String(answer.body(), UTF_8)).startsWith("0|");
  }

  @Test
  void aConsentWithoutARightCheckMacValueIsNeverAcknowledged() throws Exception {
    String form =
        "RtnCode=1&RtnMsg=&IA_Allow_No=1909181313013546&IA_Invoice_No=UV11100019"
            + "&IA_Date=2019-09-18+13%3A13%3A23&IIS_Remain_Allowance_Amt=1"
            + "&CheckMacValue=72F8C0BB157D97E68FCAF5E79E8E142D6B346BEEB756288BC668A5AA2C34980E";
    HttpResponse<byte[]> answer =
        post(
            "/callbacks/teahouse/allowance",
            "application/x-www-form-urlencoded",
            form.getBytes(UTF_8));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new String(answer.body(), UTF_8)).startsWith("0|");
  }

  @Test
  void aMerchantThatIsNotOursIsNeverAcknowledged() throws Exception {
    HttpResponse<byte[]> answer =
        post("/callbacks/nobody/payment", "application/json", notice(PAYMENT_KEYS));
    assertThat(new String(answer.body(), UTF_8)).startsWith("0|");
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWithoutBeingKept() throws Exception {
    HttpResponse<byte[]> answer =
        post("/callbacks/teahouse/payment", "application/json", new byte[64 * 1024 + 1]);
    assertThat(answer.statusCode()).isEqualTo(413);
  }
}
