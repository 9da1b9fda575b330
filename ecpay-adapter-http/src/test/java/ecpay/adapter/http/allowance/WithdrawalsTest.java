package ecpay.adapter.http.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.http.AskingForInvoices;
import ecpay.adapter.http.Facts;
import ecpay.domain.AllowanceSamples;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceGateway.KnownVoid;
import ecpay.domain.allowance.AllowanceGateway.ListedAllowance;
import ecpay.domain.allowance.AllowanceGateway.Withdrawn;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Reason;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.money.Money;
import ecpay.domain.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How allowances are undone, and how ECPay's books show it (invoice-b2c.md sections 7.5, 10). */
class WithdrawalsTest extends AskingForInvoices {
  private static final InvoiceNumber INVOICE = new InvoiceNumber("UV12345678");
  private static final AllowanceNumber NUMBER = AllowanceSamples.allowanceNumber();
  private static final Reason REASON = new Reason("誤開");
  private static final String KEYS =
      "{\"MerchantID\":\"2000132\",\"InvoiceNo\":\"UV12345678\","
          + "\"AllowanceNo\":\"2026112112051234\"";

  private final AllowanceGateway allowances = adapter.getInstance(AllowanceGateway.class);

  private Answer<Withdrawn> invalid() {
    return allowances.allowanceInvalid(Facts.MERCHANT, INVOICE, NUMBER, REASON);
  }

  private Answer<Withdrawn> cancel() {
    return allowances.allowanceInvalidByCollegiate(Facts.MERCHANT, INVOICE, NUMBER, REASON);
  }

  private Answer<Optional<ListedAllowance>> find() {
    return allowances.getAllowance(Facts.MERCHANT, INVOICE, NUMBER);
  }

  private Answer<Optional<KnownVoid>> findVoid() {
    return allowances.getAllowanceInvalid(Facts.MERCHANT, INVOICE, NUMBER);
  }

  @Test
  @Rule("R-ALW-25")
  void aVoidNamesBothNumbersAndTheReason() {
    invalid();
    sent("AllowanceInvalid", KEYS + ",\"Reason\":\"誤開\"}");
  }

  @Test
  @Rule("R-ALW-24")
  void aCancellationSaysTheSameElsewhere() {
    cancel();
    sent("AllowanceInvalidByCollegiate", KEYS + ",\"Reason\":\"誤開\"}");
  }

  @Test
  void anAllowanceIsAskedForByBothNumbers() {
    find();
    sent("GetAllowance", KEYS + "}");
  }

  @Test
  void itsVoidIsAskedForByBothNumbers() {
    findVoid();
    sent("GetAllowanceInvalid", KEYS + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"RtnCode\":1,\"IA_Invoice_No\":\"UV12345678\"}",
        "{\"RtnCode\":\"1\",\"IA_Invoice_No\":null}",
        "{\"RtnCode\":2000063,\"RtnMsg\":\"done before\"}"
      })
  void whatIsUndoneOrWasBeforeIsUndone(String answer) {
    for (Supplier<Answer<Withdrawn>> undo :
        List.<Supplier<Answer<Withdrawn>>>of(this::invalid, this::cancel)) {
      answers(answer);
      assertThat(undo.get()).isEqualTo(accepted(new Withdrawn()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "7", "2000039", "2014001", "2014003", "10000004"})
  void anythingElseIsARefusal(String code) {
    for (Supplier<Answer<Withdrawn>> undo :
        List.<Supplier<Answer<Withdrawn>>>of(this::invalid, this::cancel)) {
      answers("{\"RtnCode\":" + code + ",\"RtnMsg\":\"no\"}");
      assertThat(undo.get()).isEqualTo(new Answer.Refused<>(code, "no"));
    }
  }

  @Test
  void anAnswerAboutAnotherInvoiceIsNotTaken() {
    answers("{\"RtnCode\":1,\"IA_Invoice_No\":\"UV12345679\"}");
    assertThat(invalid()).isEqualTo(notAsExpected("another IA_Invoice_No"));
  }

  @Test
  void oneAllowanceIsReadFromFlatFields() {
    answers(
        """
        {"RtnCode":1,"IA_Allow_No":"2026112112051234","IA_Invoice_No":"UV12345678",\
        "IA_Date":"2026-11-21 12:09:00","IA_Total_Tax_Amount":"350","IA_Total_Amount":333,\
        "IA_Invalid_Status":1,"Items":[]}\
        """);
    assertThat(find())
        .isEqualTo(
            accepted(
                Optional.of(
                    new ListedAllowance(
                        NUMBER, Instant.parse("2026-11-21T04:09:00Z"), Money.of(350), true))));
  }

  @Test
  void aVoidIsReadWithItsReason() {
    answers(
        """
        {"RtnCode":"1","AI_Allow_No":"2026112112051234","AI_Invoice_No":"UV12345678",\
        "AI_Allow_Date":"2026-11-21 12:09:00","AI_Date":"2026-11-22 09:00:00",\
        "Reason":"誤開","AI_Upload_Status":1}\
        """);
    assertThat(findVoid())
        .isEqualTo(
            accepted(
                Optional.of(new KnownVoid(Instant.parse("2026-11-22T01:00:00Z"), "誤開", true))));
    answers("{\"RtnCode\":1,\"AI_Date\":\"2026-11-22 09:00:00\"}");
    assertThat(findVoid())
        .isEqualTo(
            accepted(Optional.of(new KnownVoid(Instant.parse("2026-11-22T01:00:00Z"), "", false))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "7", "2000039"})
  void whatIsNotFoundIsEmpty(String code) {
    String nothing = "{\"RtnCode\":" + code + "}";
    answers(nothing);
    assertThat(find()).isEqualTo(accepted(Optional.empty()));
    answers(nothing);
    assertThat(findVoid()).isEqualTo(accepted(Optional.empty()));
  }

  @Test
  void aRefusedQuestionIsNotAnEmptyAnswer() {
    String refused = "{\"RtnCode\":2014003,\"RtnMsg\":\"AllowanceNo\"}";
    answers(refused);
    assertThat(find()).isEqualTo(new Answer.Refused<>("2014003", "AllowanceNo"));
    answers(refused);
    assertThat(findVoid()).isEqualTo(new Answer.Refused<>("2014003", "AllowanceNo"));
  }

  @Test
  void anotherAllowanceIsNotTaken() {
    answers("{\"RtnCode\":1,\"IA_Allow_No\":\"2026112112051235\"}");
    assertThat(find()).isEqualTo(notAsExpected("another IA_Allow_No"));
    answers("{\"RtnCode\":1,\"IA_Invoice_No\":\"UV12345679\"}");
    assertThat(find()).isEqualTo(notAsExpected("another IA_Invoice_No"));
    answers("{\"RtnCode\":1,\"AI_Allow_No\":\"2026112112051235\"}");
    assertThat(findVoid()).isEqualTo(notAsExpected("another AI_Allow_No"));
  }
}
