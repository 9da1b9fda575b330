package ecpay.adapter.http.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.http.AskingForInvoices;
import ecpay.adapter.http.Facts;
import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceGateway.Done;
import ecpay.domain.invoice.InvoiceGateway.IssueReply;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.delay.DelayGateway;
import ecpay.domain.invoice.delay.DelayGateway.Trigger;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ECPay's answers mean to whoever issues, changes or ends an invoice. */
class ChangeAnswersTest extends AskingForInvoices {
  private static final InvoiceId TSR = new InvoiceId("INVOICE0001");
  private static final Answer<Done> DONE = new Answer.Accepted<>(new Done());

  private final InvoiceGateway invoices = adapter.getInstance(InvoiceGateway.class);
  private final DelayGateway delays = adapter.getInstance(DelayGateway.class);

  private static String code(String code) {
    return "{\"RtnCode\":" + code + ",\"RtnMsg\":\"words\"}";
  }

  private Answer<IssueReply> issue() {
    return invoices.issue(Facts.MERCHANT, Samples.invoiceDocument());
  }

  private Answer<Done> invalid() {
    return invoices.invalid(Facts.MERCHANT, Samples.invoiceFacts(), new VoidReason("退貨"));
  }

  private Answer<IssuedInvoice> reIssue() {
    return invoices.voidWithReIssue(
        Facts.MERCHANT, Samples.invoiceFacts(), new VoidReason("改地址"), Samples.invoiceDocument());
  }

  private Answer<Done> delay() {
    return delays.delayIssue(
        Facts.MERCHANT, TSR, Samples.invoiceDocument(), new InvoiceTiming.OnTrigger(0));
  }

  private Answer<Done> edit() {
    return delays.editDelayIssue(Facts.MERCHANT, TSR, Samples.invoiceDocument());
  }

  private Answer<Trigger> trigger() {
    return delays.triggerIssue(Facts.MERCHANT, TSR);
  }

  private Answer<Done> cancel() {
    return delays.cancelDelayIssue(Facts.MERCHANT, TSR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5070350", "1500047", "\"5070350\""})
  @Rule("R-INV-28")
  void withoutNumbersNothingWasIssued(String code) {
    answers(code(code));
    assertThat(issue())
        .isEqualTo(
            new Answer.Accepted<>(new IssueReply.NoNumbers(code.replace("\"", ""), "words")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5070357", "10000009"})
  void aRelateNumberUsedBeforeLeavesOpenWhatHappened(String code) {
    answers(code(code));
    assertThat(issue())
        .isEqualTo(new Answer.Unknown<>(code + ", RelateNumber used before: words", false));
  }

  @Test
  void aRandomNumberKeepsItsZerosEvenAsANumber() {
    answers(
        """
        {"RtnCode":1,"InvoiceNo":"UV12345678","InvoiceDate":"2026-11-21 12:08:00",\
        "RandomNumber":42}\
        """);
    assertThat(issue())
        .isEqualTo(
            new Answer.Accepted<>(
                new IssueReply.Issued(
                    new IssuedInvoice(
                        new InvoiceNumber("UV12345678"),
                        Instant.parse("2026-11-21T04:08:00Z"),
                        "0042"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"RtnCode\":1,\"InvoiceNo\":\"UV12345678\"}",
        "{\"RtnCode\":\"1\",\"InvoiceNo\":null}",
        "{\"RtnCode\":1}"
      })
  void aVoidNeedsNoMoreThanItsCode(String answer) {
    answers(answer);
    assertThat(invalid()).isEqualTo(DONE);
  }

  @Test
  @Rule("R-INV-27")
  void theReIssuedInvoiceHasAnotherRandomNumber() {
    answers(
        """
        {"RtnCode":1,"InvoiceNo":"UV12345678","InvoiceDate":"2026-11-21 12:08:00",\
        "RandomNumber":"0099"}\
        """);
    assertThat(reIssue())
        .isEqualTo(
            new Answer.Accepted<>(
                new IssuedInvoice(
                    Samples.invoiceFacts().number(), Samples.invoiceFacts().issuedAt(), "0099")));
  }

  @Test
  void anAnswerAboutAnotherInvoiceIsNotTaken() {
    String other = "{\"RtnCode\":1,\"InvoiceNo\":\"UV12345679\"}";
    answers(other);
    assertThat(invalid()).isEqualTo(notAsExpected("another InvoiceNo"));
    answers(other);
    assertThat(reIssue()).isEqualTo(notAsExpected("another InvoiceNo"));
  }

  @Test
  void anAnswerAboutAnotherTsrIsNotTaken() {
    answers("{\"RtnCode\":1,\"OrderNumber\":\"INVOICE0002\"}");
    assertThat(delay()).isEqualTo(notAsExpected("another OrderNumber"));
    answers("{\"RtnCode\":4000004,\"Tsr\":\"INVOICE0002\"}");
    assertThat(trigger()).isEqualTo(notAsExpected("another Tsr"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"1\"", "5070357", "10000009"})
  void anInvoiceForLaterThatEcpayHasBeforeIsAcceptedAsIfItWereTheFirst(String code) {
    answers("{\"RtnCode\":" + code + ",\"RtnMsg\":\"\",\"OrderNumber\":\"INVOICE0001\"}");
    assertThat(delay()).isEqualTo(DONE);
  }

  @Test
  @Rule("R-INV-33")
  void twoCodesOfATriggerAreSuccess() {
    answers(code("4000004"));
    assertThat(trigger()).isEqualTo(new Answer.Accepted<>(Trigger.ISSUED_NOW));
    answers("{\"RtnCode\":\"4000003\",\"Tsr\":\"INVOICE0001\"}");
    assertThat(trigger()).isEqualTo(new Answer.Accepted<>(Trigger.WILL_BE_ISSUED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "4000002", "4000005", "10000004"})
  @Rule("R-INV-33")
  void anyOtherCodeOfATriggerIsNone(String code) {
    answers(code(code));
    assertThat(trigger()).isEqualTo(new Answer.Refused<>(code, "words"));
  }

  @Test
  void whatNeedsOnlyACodeIsDone() {
    answers(code("1"));
    assertThat(edit()).isEqualTo(DONE);
    answers(code("1"));
    assertThat(cancel()).isEqualTo(DONE);
  }

  private List<Supplier<Answer<?>>> all() {
    return List.of(
        this::issue,
        this::invalid,
        this::reIssue,
        this::delay,
        this::edit,
        this::trigger,
        this::cancel);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "5070450", "2009005", "10000002"})
  void aRefusalIsToldInEcpaysWords(String code) {
    for (Supplier<Answer<?>> operation : all()) {
      answers(code(code));
      assertThat(operation.get()).isEqualTo(new Answer.Refused<>(code, "words"));
    }
  }

  @Test
  void withoutACodeNobodyKnows() {
    for (Supplier<Answer<?>> operation : all()) {
      answers("{\"RtnMsg\":\"words\"}");
      assertThat(operation.get()).isEqualTo(notAsExpected("no RtnCode"));
    }
  }

  @Test
  @Rule("R-PAY-13")
  void aBrokenConnectionLeavesOpenWhatHappened() {
    for (Supplier<Answer<?>> operation : all()) {
      ecpay.thenHangUp();
      assertThat(operation.get())
          .isInstanceOfSatisfying(
              Answer.Unknown.class, unknown -> assertThat(unknown.resendable()).isTrue());
    }
  }

  @Test
  @Rule("R-TRN-05")
  void atAClosedDoorNothingHappened() {
    ecpay.then(403, "");
    assertThat(invalid()).isInstanceOf(Answer.NotSent.class);
    assertThat(trigger()).isInstanceOf(Answer.NotSent.class);
  }
}
