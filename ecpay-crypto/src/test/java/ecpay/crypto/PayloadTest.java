package ecpay.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PayloadTest {
  private final Payload payload =
      Payload.with(CryptoKeys.of("ejCk326UnaZWKisg", "q9jcZX8Ib9LM8wYk"));

  @Test
  void chineseAndSpecialCharactersSurviveTheRoundTrip() {
    String json = "{\"MerchantID\":\"2000132\",\"ItemName\":\"茶具 (A*B)!~'x'\",\"Qty\":2}";
    String data = payload.encrypt(json);
    assertThat(data)
        .isEqualTo(
            "XeEOdHpTRvxKEqs/JD9RSd16s7VtpyWVCN6AV44pKTVKsXddZRgV+Cle9oeB2PqseNwRzZRcj6XiKIpGCvctp9R1"
                + "MVqWbyz+TJMVdxAu95W5GlW+4HRnHJwjCWB5VAMYGLT5GYV0OHVlzKYN57GjlaHuV/h50tyU9MH/nACAErU=");
    assertThat(payload.decrypt(data)).isEqualTo(json);
  }
}
