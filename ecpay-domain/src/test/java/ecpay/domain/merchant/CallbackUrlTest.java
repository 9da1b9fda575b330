package ecpay.domain.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackUrlTest {
  @Rule("R-ORD-13")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example/callbacks",
        "http://shop.example/callbacks",
        "https://shop.example:443/callbacks",
        "http://shop.example:80/callbacks",
        "HTTPS://SHOP.example/callbacks?a=1",
        "https://xn--fiq228c.tw/callbacks",
        "https://203.0.113.7/callbacks"
      })
  void ecpayReachesTheUsualPorts(String value) {
    assertThat(new CallbackUrl(value)).hasToString(value);
  }

  @Rule("R-ORD-13")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example:8443/",
        "http://shop.example:443/",
        "https://shop.example:80/",
        "ftp://shop.example/",
        "//shop.example/",
        "https://cdn.cloudfront.net/",
        "https://shop.AKAMAIHD.net/",
        "https://shop.b-cdn.net/x"
      })
  void otherPortsSchemesAndContentNetworksAreRefused(String value) {
    assertThat(Broken.rules(() -> new CallbackUrl(value))).containsExactly("R-ORD-13");
  }

  @Rule("R-ORD-13")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop.example",
        "https://",
        "https:///callbacks",
        "https://中文.tw/callbacks",
        "https://shop.example/回傳",
        "https://shop.example/a b",
        "https://shop.example/a;b",
        "https://shop.example/a|b",
        "https://shop.example/a`b",
        "https://user:secret@shop.example/",
        "https://shop.example/\u007f",
        "mailto:a@b.cc"
      })
  void whatIsNoPlainAddressIsRefused(String value) {
    assertThat(Broken.rules(() -> new CallbackUrl(value)))
        .isNotEmpty()
        .allSatisfy(rule -> assertThat(rule).isEqualTo("R-ORD-13"));
  }

  @Rule("R-ORD-13")
  @Test
  void anAddressHasAtMost200Characters() {
    String start = "https://shop.example/";
    assertThat(new CallbackUrl(start + "a".repeat(200 - start.length())).value()).hasSize(200);
    assertThat(Broken.rules(() -> new CallbackUrl(start + "a".repeat(201 - start.length()))))
        .containsExactly("R-ORD-13");
  }

  @Rule("R-ORD-13")
  @Test
  void everythingWrongWithAnAddressIsToldAtOnce() {
    assertThat(Broken.by(() -> new CallbackUrl("ftp://a.cloudfront.net/;" + "a".repeat(200))))
        .hasSize(4)
        .doesNotHaveDuplicates();
  }

  @Rule("R-ORD-12")
  @Test
  void theServersAndTheBrowsersAddressDiffer() {
    CallbackUrl one = new CallbackUrl("https://shop.example/1");
    CallbackUrl two = new CallbackUrl("https://shop.example/2");
    CallbackUrls.Hosted hosted = new CallbackUrls.Hosted(one, one, one, two, one);
    assertThat(new CallbackUrls(one, two, one, one, hosted, one, one).paymentResult())
        .isEqualTo(two);
    assertThat(Broken.rules(() -> new CallbackUrls(one, one, two, two, hosted, two, two)))
        .containsExactly("R-ORD-12 paymentResult");
    assertThat(Broken.rules(() -> new CallbackUrls.Hosted(one, two, two, one, two)))
        .containsExactly("R-ORD-12 paymentResult");
  }
}
