package ecpay.domain.payment.offer;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shop may add to an offer, and where. */
class ExtrasTest {
  private static List<String> broken(Channel channel, Extras extras, PaymentMethod... methods) {
    return Broken.rules(() ->
        new Offer(
            channel, Set.of(methods), CardOffer.PLAIN, CodeLife.DEFAULT, Optional.empty(), extras));
  }

  private static Extras lines(String... lines) {
    return new Extras(List.of(lines), List.of(), Optional.empty(), Optional.empty(), false);
  }

  private static Extras custom(String... fields) {
    return new Extras(List.of(), List.of(fields), Optional.empty(), Optional.empty(), false);
  }

  private static Extras branch(String branch) {
    return new Extras(List.of(), List.of(), Optional.of(branch), Optional.empty(), false);
  }

  private static Extras remark(String remark) {
    return new Extras(List.of(), List.of(), Optional.empty(), Optional.of(remark), false);
  }

  private static final Extras LED_BACK =
      new Extras(List.of(), List.of(), Optional.empty(), Optional.empty(), true);

  @Rule("R-ORD-14")
  @ParameterizedTest
  @CsvSource({
    "EMBEDDED, CVS_CODE, ''",
    "HOSTED, CVS_CODE, ''",
    "HOSTED, CVS_BARCODE, ''",
    "EMBEDDED, CVS_BARCODE, R-ORD-14 counterLines",
    "HOSTED, ATM, R-ORD-14 counterLines",
  })
  void linesAreShownAtTheCounterOfAStore(Channel channel, PaymentMethod method, String rule) {
    assertThat(String.join("", broken(channel, lines("tea", "cup"), method))).isEqualTo(rule);
  }

  @Rule("R-ORD-08")
  @Test
  void everyTextKeepsItsLengthAndNumber() {
    String twenty = "x".repeat(20);
    assertThat(broken(Channel.HOSTED, lines(twenty, "b", "c", "d"), PaymentMethod.CVS_CODE))
        .isEmpty();
    assertThat(broken(Channel.HOSTED, lines("a", twenty + "x"), PaymentMethod.CVS_CODE))
        .containsExactly("R-ORD-08 counterLines[1]");
    assertThat(broken(Channel.HOSTED, lines("a", "b", "c", "d", "e"), PaymentMethod.CVS_CODE))
        .containsExactly("R-ORD-08 counterLines");
    assertThat(broken(Channel.HOSTED, custom("x".repeat(51)), PaymentMethod.CARD))
        .containsExactly("R-ORD-08 customFields[0]");
    assertThat(broken(Channel.EMBEDDED, custom("x".repeat(200)), PaymentMethod.CARD)).isEmpty();
    assertThat(broken(Channel.EMBEDDED, custom("x".repeat(201)), PaymentMethod.CARD))
        .containsExactly("R-ORD-08 customFields[0]");
    assertThat(broken(Channel.EMBEDDED, custom("a", "b"), PaymentMethod.CARD))
        .containsExactly("R-ORD-08 customFields");
    assertThat(
            broken(
                Channel.HOSTED,
                custom(Collections.nCopies(4, "x".repeat(50)).toArray(String[]::new)),
                PaymentMethod.CARD))
        .isEmpty();
    assertThat(broken(Channel.HOSTED, branch("S-1"), PaymentMethod.CARD))
        .containsExactly("R-ORD-08 branch");
    assertThat(broken(Channel.HOSTED, remark(" "), PaymentMethod.CARD))
        .containsExactly("R-ORD-08 remark");
    assertThat(broken(Channel.HOSTED, remark("x".repeat(101)), PaymentMethod.CARD))
        .containsExactly("R-ORD-08 remark");
  }

  @Rule({"R-ORD-09", "R-ORD-10"})
  @ParameterizedTest
  @ValueSource(strings = {"echo", "a; rm", "<br>"})
  void aForbiddenWordOrTagIsRefusedInEveryText(String text) {
    String rule = text.equals("<br>") ? "R-ORD-09 " : "R-ORD-10 ";
    assertThat(broken(Channel.HOSTED, lines("a", text), PaymentMethod.CVS_CODE))
        .contains(rule + "counterLines[1]");
    assertThat(broken(Channel.HOSTED, custom(text), PaymentMethod.CARD))
        .contains(rule + "customFields[0]");
    assertThat(broken(Channel.HOSTED, remark(text), PaymentMethod.CARD)).contains(rule + "remark");
    assertThat(broken(Channel.EMBEDDED, lines(text), PaymentMethod.CVS_CODE))
        .containsExactly(rule + "counterLines[0]");
    assertThat(broken(Channel.EMBEDDED, custom(text), PaymentMethod.CARD))
        .containsExactly(rule + "customFields[0]");
  }

  @Rule("R-ORD-10")
  @ParameterizedTest
  @ValueSource(strings = {"a&b", "a|b", "a;b", "5<6", "%26"})
  void onEcpaysPageNoTextMayHoldWhatEndsAField(String text) {
    assertThat(broken(Channel.HOSTED, custom(text), PaymentMethod.CARD))
        .containsExactly("R-ORD-10 customFields[0]");
    assertThat(broken(Channel.EMBEDDED, custom(text), PaymentMethod.CARD)).isEmpty();
  }

  @Rule("R-PAY-06")
  @Test
  void onlyWhoTookACodeOnEcpaysPageIsLedBackWithIt() {
    assertThat(broken(Channel.HOSTED, LED_BACK, PaymentMethod.ATM)).isEmpty();
    assertThat(broken(Channel.HOSTED, LED_BACK, PaymentMethod.CVS_CODE, PaymentMethod.CARD))
        .isEmpty();
    assertThat(broken(Channel.HOSTED, LED_BACK, PaymentMethod.CARD))
        .containsExactly("R-PAY-06 codeOnOurPage");
    assertThat(broken(Channel.EMBEDDED, LED_BACK, PaymentMethod.ATM))
        .containsExactly("R-PAY-01 channel");
    assertThat(broken(Channel.EMBEDDED, branch("S1"), PaymentMethod.CARD))
        .containsExactly("R-PAY-01 channel");
  }
}
