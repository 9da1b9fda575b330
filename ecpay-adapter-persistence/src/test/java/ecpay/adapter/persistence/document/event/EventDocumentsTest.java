package ecpay.adapter.persistence.document.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.AllowanceSamples;
import ecpay.domain.Samples;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.merchant.ApiKeyId;
import ecpay.domain.money.Money;
import ecpay.domain.notification.NotificationId;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.reconciliation.DifferenceId;
import ecpay.domain.refund.RefundId;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventDocumentsTest {
  @Test
  void everyKindOfEventIsReadAsItWasWritten() {
    List<DomainEvent> events = oneOfEachKind();
    Set<Class<?>> kinds =
        events.stream().map(DomainEvent::getClass).collect(Collectors.toUnmodifiableSet());

    assertThat(kinds).containsExactlyInAnyOrder(DomainEvent.class.getPermittedSubclasses());
    for (DomainEvent event : events) {
      assertThat(EventDocuments.event(EventDocuments.write(event))).isEqualTo(event);
      assertThat(EventDocuments.write(event).kind()).isEqualTo(event.getClass().getSimpleName());
    }
  }

  @Test
  void aKindThatNobodyKnowsIsAnError() {
    assertThatIllegalStateException()
        .isThrownBy(() -> EventDocuments.event(new EventDocuments.Event("OrderEaten", "{}")))
        .withRootCauseInstanceOf(IllegalArgumentException.class)
        .havingRootCause()
        .withMessageContaining("OrderEaten");
  }

  @Test
  void aMissingFactIsAnErrorAndNotAZero() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            EventDocuments.event(new EventDocuments.Event("OrderPaid", "{\"tradeNo\":\"T1\"}")));
  }

  @Rule("U-03")
  @Test
  void anAppliedDifferenceOfOldHasNoAmounts() {
    String old = "{\"difference\":\"D1\",\"kind\":\"FEE\",\"action\":\"BOOK_FEE\",\"note\":\"\"}";
    assertThat(EventDocuments.event(new EventDocuments.Event("DifferenceApplied", old)))
        .isEqualTo(
            new DomainEvent.DifferenceApplied(
                new DifferenceId("D1"), "FEE", "BOOK_FEE", Optional.empty(), Optional.empty(), ""));
  }

  private static List<DomainEvent> oneOfEachKind() {
    var payment = Samples.attempt().id();
    var tradeNo = Samples.attempt().tradeNo();
    var invoice = Samples.requestedInvoice().id();
    var number = Samples.invoiceFacts().number();
    var allowance = AllowanceSamples.requestedAllowance().id();
    var allowanceNumber = AllowanceSamples.allowanceNumber();
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
        new DomainEvent.AskedByPerson("林小姐", new ApiKeyId("KEY1"), "continue_refund", "REFUND1"),
        new DomainEvent.RefundContinued(refund),
        new DomainEvent.RefundCancelled(refund),
        new DomainEvent.RefundCompleted(refund, payment, amount),
        new DomainEvent.DifferenceApplied(
            new DifferenceId("DIFF1"),
            "FEE",
            "BOOK_FEE",
            Optional.of(new BigDecimal("2.75")),
            Optional.of(new BigDecimal("10.50")),
            "as ECPay bills it"),
        new DomainEvent.ApiKeyAdded(new ApiKeyId("KEY1"), Optional.empty()),
        new DomainEvent.ApiKeyAdded(new ApiKeyId("KEY2"), Optional.of(new ApiKeyId("KEY1"))),
        new DomainEvent.ApiKeyWithdrawn(new ApiKeyId("KEY1"), Optional.empty()),
        new DomainEvent.ApiKeyWithdrawn(new ApiKeyId("KEY1"), Optional.of(new ApiKeyId("KEY2"))),
        new DomainEvent.IncidentRaised("SECOND_PAYMENT", "TRADE0001", "refund this one"));
  }
}
