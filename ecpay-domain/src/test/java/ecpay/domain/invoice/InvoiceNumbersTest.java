package ecpay.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceNumbersTest {
  @Rule("R-INV-01")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "UV1234567",
        "UV123456789",
        "uv12345678",
        "U112345678",
        "UV1234567A",
        "ＵＶ12345678",
        "UV12345678 "
      })
  void anInvoiceNumberIsTwoUpperCaseLettersAndEightDigits(String value) {
    assertThat(new InvoiceNumber("UV12345678")).hasToString("UV12345678");
    assertThat(Broken.rules(() -> new InvoiceNumber(value))).containsExactly("R-INV-01");
  }

  @Rule("R-INV-01")
  @ParameterizedTest
  @ValueSource(strings = {"", "123", "12345", "12a4"})
  void aRandomNumberIsFourDigits(String value) {
    IssuedInvoice facts = Samples.invoiceFacts();
    assertThat(Broken.rules(() -> new IssuedInvoice(facts.number(), facts.issuedAt(), value)))
        .containsExactly("R-INV-01 randomNumber");
  }

  @Rule("R-INV-02")
  @ParameterizedTest
  @ValueSource(strings = {"", "a1", "A-1", "訂單"})
  void aRelateNumberHasOneSpellingOnly(String value) {
    assertThat(new RelateNumber("A1".repeat(15)).value()).hasSize(30);
    assertThat(new RelateNumber("A1")).hasToString("A1");
    assertThat(Broken.rules(() -> new RelateNumber(value))).containsExactly("R-INV-02");
    assertThat(Broken.rules(() -> new RelateNumber("A".repeat(31)))).containsExactly("R-INV-02");
  }

  @Rule("R-INV-02")
  @Test
  void anInvoiceIdIsShortEnoughToServeAsRelateNumber() {
    assertThat(new InvoiceId("A".repeat(30))).hasToString("A".repeat(30));
    assertThat(Broken.rules(() -> new InvoiceId("A".repeat(31)))).containsExactly("R-INV-02");
    assertThat(Broken.rules(() -> new InvoiceId(""))).containsExactly("R-INV-02");
  }
}
