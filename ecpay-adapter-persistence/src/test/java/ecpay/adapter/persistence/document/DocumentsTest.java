package ecpay.adapter.persistence.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.Samples;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.money.Money;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.NotificationId;
import ecpay.domain.order.Carrier.PhysicalCard;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.OrderContent;
import ecpay.domain.payment.MemberId;
import ecpay.domain.payment.PaymentInstructions;
import ecpay.domain.payment.TradeDetails;
import ecpay.domain.reconciliation.DifferenceId;
import ecpay.domain.refund.RefundId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  @Test
  void decimalsKeepTheirScale() {
    TradeDetails trade =
        new TradeDetails(
            "1",
            Money.of(1),
            "",
            Optional.empty(),
            Optional.of(Instant.parse("2026-11-21T04:05:06.123456789Z")),
            new BigDecimal("25.50"),
            new BigDecimal("1E+2"),
            Optional.empty(),
            Optional.empty());

    assertThat(Documents.tradeDetails(Documents.write(trade))).isEqualTo(trade);
  }

  @Test
  void aNoticeIsReadAsItWasWritten() {
    Notice aboutAllowance =
        new Notice(
            Samples.invoiceFacts().number(),
            Optional.of(Samples.allowanceNumber()),
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
  void everyKindOfEventIsReadAsItWasWritten() {
    List<DomainEvent> events = oneOfEachKind();
    Set<Class<?>> kinds =
        events.stream().map(DomainEvent::getClass).collect(Collectors.toUnmodifiableSet());

    assertThat(kinds).containsExactlyInAnyOrder(DomainEvent.class.getPermittedSubclasses());
    for (DomainEvent event : events) {
      assertThat(Documents.event(Documents.write(event))).isEqualTo(event);
      assertThat(Documents.write(event).kind()).isEqualTo(event.getClass().getSimpleName());
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
        .isThrownBy(() -> Documents.event(new Documents.Event("OrderEaten", "{}")))
        .withRootCauseInstanceOf(IllegalArgumentException.class)
        .havingRootCause()
        .withMessageContaining("OrderEaten");
    assertThatIllegalStateException()
        .isThrownBy(() ->
            Documents.orderContent(
                Documents.write(Samples.content()).replace("MOBILE_BARCODE", "PIGEON")));
    assertThatIllegalStateException()
        .isThrownBy(() ->
            Documents.paymentInstructions(
                Documents.write(new PaymentInstructions.CvsCode("1", Samples.NOW, Optional.empty()))
                    .replace("CVS_CODE", "BARTER")));
  }

  @Test
  void aMissingFactIsAnErrorAndNotAZero() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            Documents.orderContent(
                Documents.write(Samples.content()).replace("\"total\"", "\"sum\"")));
    assertThatIllegalStateException()
        .isThrownBy(
            () -> Documents.event(new Documents.Event("OrderPaid", "{\"tradeNo\":\"T1\"}")));
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

  private static List<DomainEvent> oneOfEachKind() {
    var payment = Samples.attempt().id();
    var tradeNo = Samples.attempt().tradeNo();
    var invoice = Samples.requestedInvoice().id();
    var number = Samples.invoiceFacts().number();
    var allowance = Samples.requestedAllowance().id();
    var allowanceNumber = Samples.allowanceNumber();
    var notification = new NotificationId("NOTICE0001");
    var amount = Money.of(1000);
    RefundId refund = new RefundId("REFUND0001");
    return List.of(
        new DomainEvent.OrderPlaced(Samples.order().reference(), amount),
        new DomainEvent.PaymentOpened(payment, tradeNo),
        new DomainEvent.PaymentSubmitted(payment),
        new DomainEvent.BuyerSentToBank(payment),
        new DomainEvent.PaymentCodeIssued(payment, Samples.NOW),
        new DomainEvent.PaymentOutcomeUnknown(payment, "timed out"),
        new DomainEvent.PaymentFailed(payment, "10200058", "card refused"),
        new DomainEvent.PaymentExpired(payment),
        new DomainEvent.PaymentReceived(payment, "2611211205061234", amount),
        new DomainEvent.OrderPaid(tradeNo, amount),
        new DomainEvent.CardBound(new CardId("CARD1"), new MemberId("m1"), "2222"),
        new DomainEvent.CardNotBound(new CardId("CARD1"), "10200058", "refused"),
        new DomainEvent.CardDeleted(new CardId("CARD1")),
        new DomainEvent.ContractBegun(tradeNo, 12),
        new DomainEvent.PeriodicCharged(tradeNo, 2, Samples.ORDER, amount),
        new DomainEvent.PeriodicChargeFailed(tradeNo, "10200058", "card refused"),
        new DomainEvent.ContractActionRequested(tradeNo, "Cancel"),
        new DomainEvent.ContractActionRefused(tradeNo, "ReAuth", "10200999", "not refused"),
        new DomainEvent.ContractEnded(tradeNo, "STOPPED"),
        new DomainEvent.InvoiceRequested(invoice, amount),
        new DomainEvent.InvoiceOutcomeUnknown(invoice, "timed out"),
        new DomainEvent.InvoiceIssued(invoice, number, amount),
        new DomainEvent.InvoiceRefused(invoice, "1200065", "wrong carrier"),
        new DomainEvent.InvoiceScheduled(invoice),
        new DomainEvent.InvoiceTriggered(invoice),
        new DomainEvent.InvoiceEdited(invoice),
        new DomainEvent.InvoiceCancelled(invoice),
        new DomainEvent.InvoiceAwaitsNumbers(invoice, "5070350"),
        new DomainEvent.InvoiceUploaded(invoice),
        new DomainEvent.InvoiceChangeRequested(invoice, "VoidInvoice"),
        new DomainEvent.InvoiceChangeRefused(invoice, "VoidInvoice", "5070453", "too late"),
        new DomainEvent.InvoiceReissued(invoice, number),
        new DomainEvent.InvoiceVoided(invoice, number, amount),
        new DomainEvent.InvoiceRequestedAgain(invoice),
        new DomainEvent.BuyerNotified(notification, number, "INVOICE_ISSUED"),
        new DomainEvent.BuyerNotNotified(notification, number, "refused"),
        new DomainEvent.AllowanceRequested(allowance, amount),
        new DomainEvent.AllowanceOutcomeUnknown(allowance, "timed out"),
        new DomainEvent.AllowanceAwaitsConsent(allowance, allowanceNumber, Samples.NOW),
        new DomainEvent.AllowanceIssued(allowance, allowanceNumber, amount),
        new DomainEvent.AllowanceExpired(allowance),
        new DomainEvent.AllowanceWithdrawalRequested(allowance),
        new DomainEvent.AllowanceWithdrawalRefused(allowance, "2000020", "too late"),
        new DomainEvent.AllowanceCancelled(allowance, allowanceNumber, amount),
        new DomainEvent.AllowanceVoided(allowance, allowanceNumber, amount),
        new DomainEvent.AllowanceSigned(allowance),
        new DomainEvent.AllowanceRefused(allowance, "2000016", "too much"),
        new DomainEvent.CaptureRequested(payment),
        new DomainEvent.PaymentCaptured(payment, amount),
        new DomainEvent.RefundRequested(refund, payment, amount),
        new DomainEvent.RefundStepDone(refund, "VoidInvoice", amount, false),
        new DomainEvent.RefundStepDone(refund, "RefundCard", amount, true),
        new DomainEvent.PaidBackByHand(refund, amount, "Ms Lin", Samples.NOW, "TX-1", "by phone"),
        new DomainEvent.RefundStopped(refund, "RefundCard", "10200999", "error_balance_R"),
        new DomainEvent.RefundContinued(refund),
        new DomainEvent.RefundCancelled(refund),
        new DomainEvent.RefundCompleted(refund, payment, amount),
        new DomainEvent.DifferenceApplied(
            new DifferenceId("DIFF1"), "FEE", "BOOK_FEE", "as ECPay bills it"),
        new DomainEvent.IncidentRaised("SECOND_PAYMENT", "TRADE0001", "refund this one"));
  }
}
