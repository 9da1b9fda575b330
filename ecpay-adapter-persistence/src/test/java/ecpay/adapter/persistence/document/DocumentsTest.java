package ecpay.adapter.persistence.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.AllowanceSamples;
import ecpay.domain.Samples;
import ecpay.domain.notification.Notice;
import ecpay.domain.order.Carrier.PhysicalCard;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.OrderContent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  @Test
  void aNoticeIsReadAsItWasWritten() {
    Notice aboutAllowance =
        new Notice(
            Samples.invoiceFacts().number(),
            Optional.of(AllowanceSamples.allowanceNumber()),
            Notice.Subject.ALLOWANCE_ISSUED,
            Notice.Channel.ALL,
            Notice.Recipient.BOTH,
            Samples.notice().phone(),
            Samples.notice().emails());

    for (Notice notice : List.of(Samples.notice(), aboutAllowance)) {
      assertThat(Documents.notice(Documents.write(notice))).isEqualTo(notice);
    }
  }

  @Test
  void aCardIsKeptWithBothNumbersAndPrintedWithout() {
    for (PhysicalCard.Kind kind : PhysicalCard.Kind.values()) {
      OrderContent content =
          Samples.content(
              InvoicePreference.on(new PhysicalCard(kind, "HIDDEN-4711", "VISIBLE-4712")));

      assertThat(Documents.orderContent(Documents.write(content))).isEqualTo(content);
      assertThat(PreferenceJson.of(content.invoice()).toString())
          .contains(kind.name())
          .doesNotContain("4711", "4712");
    }
  }

  @Test
  void everyTimingOfAnInvoiceIsReadAsItWasWritten() {
    for (InvoiceTiming timing :
        List.of(
            new InvoiceTiming.OnPayment(),
            new InvoiceTiming.ByHand(),
            new InvoiceTiming.AfterDays(15),
            new InvoiceTiming.OnTrigger(0))) {
      OrderContent plain = Samples.content();
      OrderContent content =
          new OrderContent(
              plain.buyer(),
              plain.lines(),
              plain.total(),
              plain.description(),
              plain.invoice(),
              timing);

      assertThat(Documents.orderContent(Documents.write(content))).isEqualTo(content);
    }
  }

  @Test
  void fieldsThatNobodyKnowsAreIgnored() {
    String json = Documents.write(Samples.content());

    assertThat(Documents.orderContent(json.replaceFirst("\\{", "{\"weather\":\"fine\",")))
        .isEqualTo(Samples.content());
  }

  @Test
  void aKindThatNobodyKnowsIsAnError() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            Documents.orderContent(
                Documents.write(Samples.content()).replace("MOBILE_BARCODE", "PIGEON")));
  }

  @Test
  void aMissingFactIsAnErrorAndNotAZero() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            Documents.orderContent(
                Documents.write(Samples.content()).replace("\"total\"", "\"sum\"")));
  }

  @Test
  void anErrorTellsNothingOfTheDocument() {
    String broken = Documents.write(Samples.content()).replace("\"lines\"", "\"lines");

    assertThatIllegalStateException()
        .isThrownBy(() -> Documents.orderContent(broken))
        .satisfies(error ->
            assertThat(error)
                .hasStackTraceContaining("OrderContentJson")
                .message()
                .doesNotContain("buyer@example.com"));
  }
}
