package ecpay.adapter.persistence.document.event;

import ecpay.adapter.persistence.document.json.Json;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.ApiKeyId;
import ecpay.domain.notification.NotificationId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderReference;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.reconciliation.DifferenceId;
import ecpay.domain.refund.RefundId;
import java.util.Optional;

/** Turns facts back into their event. */
final class EventReader {
  private EventReader() {}

  static DomainEvent event(EventFacts facts) {
    return switch (facts.kind()) {
      case "OrderPlaced" ->
          new DomainEvent.OrderPlaced(
              new OrderReference(facts.text("reference")), facts.money("total"));
      case "PaymentOpened" -> new DomainEvent.PaymentOpened(payment(facts), tradeNo(facts));
      case "PaymentSubmitted" -> new DomainEvent.PaymentSubmitted(payment(facts));
      case "BuyerSentToBank" -> new DomainEvent.BuyerSentToBank(payment(facts));
      case "PaymentCodeIssued" ->
          new DomainEvent.PaymentCodeIssued(payment(facts), facts.time("deadline"));
      case "PaymentOutcomeUnknown" ->
          new DomainEvent.PaymentOutcomeUnknown(payment(facts), facts.text("reason"));
      case "PaymentFailed" ->
          new DomainEvent.PaymentFailed(payment(facts), facts.text("code"), facts.text("message"));
      case "PaymentExpired" -> new DomainEvent.PaymentExpired(payment(facts));
      case "PaymentReceived" ->
          new DomainEvent.PaymentReceived(
              payment(facts), facts.text("ecpayTradeNo"), facts.money("amount"));
      case "OrderPaid" -> new DomainEvent.OrderPaid(tradeNo(facts), facts.money("amount"));
      case "ContractBegun" ->
          new DomainEvent.ContractBegun(tradeNo(facts), Integer.parseInt(facts.text("times")));
      case "PeriodicCharged" ->
          new DomainEvent.PeriodicCharged(
              tradeNo(facts),
              Integer.parseInt(facts.text("charge")),
              new OrderId(facts.text("order")),
              facts.money("amount"));
      case "PeriodicChargeFailed" ->
          new DomainEvent.PeriodicChargeFailed(
              tradeNo(facts), facts.text("code"), facts.text("message"));
      case "ContractActionRequested" ->
          new DomainEvent.ContractActionRequested(tradeNo(facts), facts.text("action"));
      case "ContractActionRefused" ->
          new DomainEvent.ContractActionRefused(
              tradeNo(facts), facts.text("action"), facts.text("code"), facts.text("message"));
      case "ContractEnded" -> new DomainEvent.ContractEnded(tradeNo(facts), facts.text("state"));
      case "CardBound" ->
          new DomainEvent.CardBound(
              card(facts), new MemberId(facts.text("member")), facts.text("lastFour"));
      case "CardNotBound" ->
          new DomainEvent.CardNotBound(card(facts), facts.text("code"), facts.text("message"));
      case "CardDeleted" -> new DomainEvent.CardDeleted(card(facts));
      case "InvoiceRequested" ->
          new DomainEvent.InvoiceRequested(invoice(facts), facts.money("salesAmount"));
      case "InvoiceOutcomeUnknown" ->
          new DomainEvent.InvoiceOutcomeUnknown(invoice(facts), facts.text("reason"));
      case "InvoiceIssued" ->
          new DomainEvent.InvoiceIssued(
              invoice(facts), invoiceNumber(facts), facts.money("salesAmount"));
      case "InvoiceRefused" ->
          new DomainEvent.InvoiceRefused(invoice(facts), facts.text("code"), facts.text("message"));
      case "InvoiceScheduled" -> new DomainEvent.InvoiceScheduled(invoice(facts));
      case "InvoiceTriggered" -> new DomainEvent.InvoiceTriggered(invoice(facts));
      case "InvoiceEdited" -> new DomainEvent.InvoiceEdited(invoice(facts));
      case "InvoiceCancelled" -> new DomainEvent.InvoiceCancelled(invoice(facts));
      case "InvoiceAwaitsNumbers" ->
          new DomainEvent.InvoiceAwaitsNumbers(invoice(facts), facts.text("code"));
      case "InvoiceUploaded" -> new DomainEvent.InvoiceUploaded(invoice(facts));
      case "InvoiceChangeRequested" ->
          new DomainEvent.InvoiceChangeRequested(invoice(facts), facts.text("change"));
      case "InvoiceChangeRefused" ->
          new DomainEvent.InvoiceChangeRefused(
              invoice(facts), facts.text("change"), facts.text("code"), facts.text("message"));
      case "InvoiceReissued" ->
          new DomainEvent.InvoiceReissued(invoice(facts), invoiceNumber(facts));
      case "InvoiceVoided" ->
          new DomainEvent.InvoiceVoided(
              invoice(facts), invoiceNumber(facts), facts.money("salesAmount"));
      case "InvoiceRequestedAgain" -> new DomainEvent.InvoiceRequestedAgain(invoice(facts));
      case "BuyerNotified" ->
          new DomainEvent.BuyerNotified(
              notification(facts), new InvoiceNumber(facts.text("invoice")), facts.text("subject"));
      case "BuyerNotNotified" ->
          new DomainEvent.BuyerNotNotified(
              notification(facts), new InvoiceNumber(facts.text("invoice")), facts.text("reason"));
      case "AllowanceRequested" ->
          new DomainEvent.AllowanceRequested(allowance(facts), facts.money("amount"));
      case "AllowanceOutcomeUnknown" ->
          new DomainEvent.AllowanceOutcomeUnknown(allowance(facts), facts.text("reason"));
      case "AllowanceAwaitsConsent" ->
          new DomainEvent.AllowanceAwaitsConsent(
              allowance(facts), allowanceNumber(facts), facts.time("deadline"));
      case "AllowanceIssued" ->
          new DomainEvent.AllowanceIssued(
              allowance(facts), allowanceNumber(facts), facts.money("amount"));
      case "AllowanceExpired" -> new DomainEvent.AllowanceExpired(allowance(facts));
      case "AllowanceWithdrawalRequested" ->
          new DomainEvent.AllowanceWithdrawalRequested(allowance(facts));
      case "AllowanceWithdrawalRefused" ->
          new DomainEvent.AllowanceWithdrawalRefused(
              allowance(facts), facts.text("code"), facts.text("message"));
      case "AllowanceCancelled" ->
          new DomainEvent.AllowanceCancelled(
              allowance(facts), allowanceNumber(facts), facts.money("amount"));
      case "AllowanceVoided" ->
          new DomainEvent.AllowanceVoided(
              allowance(facts), allowanceNumber(facts), facts.money("amount"));
      case "AllowanceSigned" -> new DomainEvent.AllowanceSigned(allowance(facts));
      case "AllowanceRefused" ->
          new DomainEvent.AllowanceRefused(
              allowance(facts), facts.text("code"), facts.text("message"));
      case "DifferenceApplied" ->
          new DomainEvent.DifferenceApplied(
              new DifferenceId(facts.text("difference")),
              facts.text("kind"),
              facts.text("action"),
              facts.maybeAmount("here"),
              facts.maybeAmount("there"),
              facts.text("note"));
      case "CaptureRequested" -> new DomainEvent.CaptureRequested(payment(facts));
      case "PaymentCaptured" ->
          new DomainEvent.PaymentCaptured(payment(facts), facts.money("amount"));
      case "RefundRequested" ->
          new DomainEvent.RefundRequested(refund(facts), payment(facts), facts.money("amount"));
      case "RefundStepDone" ->
          new DomainEvent.RefundStepDone(
              refund(facts),
              facts.text("step"),
              facts.money("amount"),
              Boolean.parseBoolean(facts.text("money")));
      case "PaidBackByHand" ->
          new DomainEvent.PaidBackByHand(
              refund(facts),
              facts.money("amount"),
              facts.text("by"),
              facts.time("paidAt"),
              facts.text("bankReference"),
              facts.text("note"));
      case "RefundStopped" ->
          new DomainEvent.RefundStopped(
              refund(facts), facts.text("step"), facts.text("code"), facts.text("message"));
      case "AskedByPerson" ->
          new DomainEvent.AskedByPerson(
              facts.text("by"),
              new ApiKeyId(facts.text("key")),
              facts.text("deed"),
              facts.text("about"));
      case "RefundContinued" -> new DomainEvent.RefundContinued(refund(facts));
      case "RefundCancelled" -> new DomainEvent.RefundCancelled(refund(facts));
      case "RefundCompleted" ->
          new DomainEvent.RefundCompleted(refund(facts), payment(facts), facts.money("amount"));
      case "ApiKeyAdded" ->
          new DomainEvent.ApiKeyAdded(new ApiKeyId(facts.text("key")), asking(facts));
      case "ApiKeyWithdrawn" ->
          new DomainEvent.ApiKeyWithdrawn(new ApiKeyId(facts.text("key")), asking(facts));
      case "IncidentRaised" ->
          new DomainEvent.IncidentRaised(
              facts.text("kind"), facts.text("about"), facts.text("advice"));
      default -> throw Json.unknownKind("event", facts.kind());
    };
  }

  private static PaymentId payment(EventFacts facts) {
    return new PaymentId(facts.text("payment"));
  }

  private static CardId card(EventFacts facts) {
    return new CardId(facts.text("card"));
  }

  private static Optional<ApiKeyId> asking(EventFacts facts) {
    return Optional.of(facts.text("by")).filter(id -> !id.isEmpty()).map(ApiKeyId::new);
  }

  private static RefundId refund(EventFacts facts) {
    return new RefundId(facts.text("refund"));
  }

  private static MerchantTradeNo tradeNo(EventFacts facts) {
    return new MerchantTradeNo(facts.text("tradeNo"));
  }

  private static InvoiceId invoice(EventFacts facts) {
    return new InvoiceId(facts.text("invoice"));
  }

  private static InvoiceNumber invoiceNumber(EventFacts facts) {
    return new InvoiceNumber(facts.text("number"));
  }

  private static NotificationId notification(EventFacts facts) {
    return new NotificationId(facts.text("notification"));
  }

  private static AllowanceId allowance(EventFacts facts) {
    return new AllowanceId(facts.text("allowance"));
  }

  private static AllowanceNumber allowanceNumber(EventFacts facts) {
    return new AllowanceNumber(facts.text("number"));
  }
}
