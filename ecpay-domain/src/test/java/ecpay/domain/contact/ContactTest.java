package ecpay.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {
  @Rule("R-INV-13")
  @ParameterizedTest
  @ValueSource(strings = {"aa@bb.cc", "first.last+tag@mail.shop.example", "o'neil@shop-1.tw"})
  void anEmailAddressIsTaken(String value) {
    assertThat(new EmailAddress(value).value()).isEqualTo(value);
  }

  @Rule("R-INV-13")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a@b",
        "@b.cc",
        "a@b.c",
        "a b@c.dd",
        "a@b.cc;c@d.ee",
        "a@b.cc\n",
        "王@b.cc",
        "a@@b.cc"
      })
  void whatIsNoSingleEmailAddressIsRefused(String value) {
    assertThat(Broken.rules(() -> new EmailAddress(value))).containsExactly("R-INV-13");
  }

  @Rule("R-INV-13")
  @Test
  void anEmailAddressHasAtMost80Characters() {
    String domain = "@" + "b".repeat(60) + ".example";
    assertThat(new EmailAddress("a".repeat(80 - domain.length()) + domain).value()).hasSize(80);
    assertThat(Broken.rules(() -> new EmailAddress("a".repeat(81 - domain.length()) + domain)))
        .containsExactly("R-INV-13");
  }

  @Rule({"R-INV-13", "R-NOT-03", "R-ALW-17"})
  @ParameterizedTest
  @ValueSource(strings = {"", "123456789012345678901", "+886912345678", "0912-345", "０９１２"})
  void aPhoneNumberIsOneToTwentyDigits(String value) {
    assertThat(new PhoneNumber("1").value()).isEqualTo("1");
    assertThat(new PhoneNumber("12345678901234567890").value()).hasSize(20);
    assertThat(Broken.rules(() -> new PhoneNumber(value))).containsExactly("R-INV-13");
  }

  @Test
  void addressesAndNumbersPrintHidden() {
    assertThat(new EmailAddress("buyer@shop.example")).hasToString("b***@shop.example");
    assertThat(new PhoneNumber("0912345678")).hasToString("***678");
    assertThat(new PhoneNumber("12")).hasToString("***12");
  }
}
