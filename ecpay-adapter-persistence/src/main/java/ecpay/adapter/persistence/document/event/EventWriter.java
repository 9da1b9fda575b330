package ecpay.adapter.persistence.document.event;

import ecpay.domain.event.DomainEvent;
import ecpay.domain.merchant.ApiKeyId;
import java.util.Optional;

/** Turns an event into its facts. The kinds and names stay for ever: the log is never rewritten. */
final class EventWriter {
  private EventWriter() {}

  static EventFacts facts(DomainEvent event) {
    return switch (event) {
      case DomainEvent.OrderPlaced e ->
          EventFacts.of("OrderPlaced").with("reference", e.reference()).with("total", e.total());
      case DomainEvent.PaymentOpened e ->
          EventFacts.of("PaymentOpened").with("payment", e.payment()).with("tradeNo", e.tradeNo());
      case DomainEvent.PaymentSubmitted e ->
          EventFacts.of("PaymentSubmitted").with("payment", e.payment());
      case DomainEvent.BuyerSentToBank e ->
          EventFacts.of("BuyerSentToBank").with("payment", e.payment());
      case DomainEvent.PaymentCodeIssued e ->
          EventFacts.of("PaymentCodeIssued")
              .with("payment", e.payment())
              .with("deadline", e.deadline());
      case DomainEvent.PaymentOutcomeUnknown e ->
          EventFacts.of("PaymentOutcomeUnknown")
              .with("payment", e.payment())
              .with("reason", e.reason());
      case DomainEvent.PaymentFailed e ->
          EventFacts.of("PaymentFailed")
              .with("payment", e.payment())
              .with("code", e.code())
              .with("message", e.message());
      case DomainEvent.PaymentExpired e ->
          EventFacts.of("PaymentExpired").with("payment", e.payment());
      case DomainEvent.PaymentReceived e ->
          EventFacts.of("PaymentReceived")
              .with("payment", e.payment())
              .with("ecpayTradeNo", e.ecpayTradeNo())
              .with("amount", e.amount());
      case DomainEvent.OrderPaid e ->
          EventFacts.of("OrderPaid").with("tradeNo", e.tradeNo()).with("amount", e.amount());
      case DomainEvent.ContractBegun e ->
          EventFacts.of("ContractBegun").with("tradeNo", e.tradeNo()).with("times", e.times());
      case DomainEvent.PeriodicCharged e ->
          EventFacts.of("PeriodicCharged")
              .with("tradeNo", e.tradeNo())
              .with("charge", e.charge())
              .with("order", e.order())
              .with("amount", e.amount());
      case DomainEvent.PeriodicChargeFailed e ->
          EventFacts.of("PeriodicChargeFailed")
              .with("tradeNo", e.tradeNo())
              .with("code", e.code())
              .with("message", e.message());
      case DomainEvent.ContractActionRequested e ->
          EventFacts.of("ContractActionRequested")
              .with("tradeNo", e.tradeNo())
              .with("action", e.action());
      case DomainEvent.ContractActionRefused e ->
          EventFacts.of("ContractActionRefused")
              .with("tradeNo", e.tradeNo())
              .with("action", e.action())
              .with("code", e.code())
              .with("message", e.message());
      case DomainEvent.ContractEnded e ->
          EventFacts.of("ContractEnded").with("tradeNo", e.tradeNo()).with("state", e.state());
      case DomainEvent.CardBound e ->
          EventFacts.of("CardBound")
              .with("card", e.card())
              .with("member", e.member())
              .with("lastFour", e.lastFour());
      case DomainEvent.CardNotBound e ->
          EventFacts.of("CardNotBound")
              .with("card", e.card())
              .with("code", e.code())
              .with("message", e.message());
      case DomainEvent.CardDeleted e -> EventFacts.of("CardDeleted").with("card", e.card());
      case DomainEvent.InvoiceRequested e ->
          EventFacts.of("InvoiceRequested")
              .with("invoice", e.invoice())
              .with("salesAmount", e.salesAmount());
      case DomainEvent.InvoiceOutcomeUnknown e ->
          EventFacts.of("InvoiceOutcomeUnknown")
              .with("invoice", e.invoice())
              .with("reason", e.reason());
      case DomainEvent.InvoiceIssued e ->
          EventFacts.of("InvoiceIssued")
              .with("invoice", e.invoice())
              .with("number", e.number())
              .with("salesAmount", e.salesAmount());
      case DomainEvent.InvoiceRefused e ->
          EventFacts.of("InvoiceRefused")
              .with("invoice", e.invoice())
              .with("code", e.code())
              .with("message", e.message());
      case DomainEvent.InvoiceScheduled e ->
          EventFacts.of("InvoiceScheduled").with("invoice", e.invoice());
      case DomainEvent.InvoiceTriggered e ->
          EventFacts.of("InvoiceTriggered").with("invoice", e.invoice());
      case DomainEvent.InvoiceEdited e ->
          EventFacts.of("InvoiceEdited").with("invoice", e.invoice());
      case DomainEvent.InvoiceCancelled e ->
          EventFacts.of("InvoiceCancelled").with("invoice", e.invoice());
      case DomainEvent.InvoiceAwaitsNumbers e ->
          EventFacts.of("InvoiceAwaitsNumbers").with("invoice", e.invoice()).with("code", e.code());
      case DomainEvent.InvoiceUploaded e ->
          EventFacts.of("InvoiceUploaded").with("invoice", e.invoice());
      case DomainEvent.InvoiceChangeRequested e ->
          EventFacts.of("InvoiceChangeRequested")
              .with("invoice", e.invoice())
              .with("change", e.change());
      case DomainEvent.InvoiceChangeRefused e ->
          EventFacts.of("InvoiceChangeRefused")
              .with("invoice", e.invoice())
              .with("change", e.change())
              .with("code", e.code())
              .with("message", e.message());
      case DomainEvent.InvoiceReissued e ->
          EventFacts.of("InvoiceReissued").with("invoice", e.invoice()).with("number", e.number());
      case DomainEvent.InvoiceVoided e ->
          EventFacts.of("InvoiceVoided")
              .with("invoice", e.invoice())
              .with("number", e.number())
              .with("salesAmount", e.salesAmount());
      case DomainEvent.InvoiceRequestedAgain e ->
          EventFacts.of("InvoiceRequestedAgain").with("invoice", e.invoice());
      case DomainEvent.BuyerNotified e ->
          EventFacts.of("BuyerNotified")
              .with("notification", e.notification())
              .with("invoice", e.invoice())
              .with("subject", e.subject());
      case DomainEvent.BuyerNotNotified e ->
          EventFacts.of("BuyerNotNotified")
              .with("notification", e.notification())
              .with("invoice", e.invoice())
              .with("reason", e.reason());
      case DomainEvent.AllowanceRequested e ->
          EventFacts.of("AllowanceRequested")
              .with("allowance", e.allowance())
              .with("amount", e.amount());
      case DomainEvent.AllowanceOutcomeUnknown e ->
          EventFacts.of("AllowanceOutcomeUnknown")
              .with("allowance", e.allowance())
              .with("reason", e.reason());
      case DomainEvent.AllowanceAwaitsConsent e ->
          EventFacts.of("AllowanceAwaitsConsent")
              .with("allowance", e.allowance())
              .with("number", e.number())
              .with("deadline", e.deadline());
      case DomainEvent.AllowanceIssued e ->
          EventFacts.of("AllowanceIssued")
              .with("allowance", e.allowance())
              .with("number", e.number())
              .with("amount", e.amount());
      case DomainEvent.AllowanceExpired e ->
          EventFacts.of("AllowanceExpired").with("allowance", e.allowance());
      case DomainEvent.AllowanceWithdrawalRequested e ->
          EventFacts.of("AllowanceWithdrawalRequested").with("allowance", e.allowance());
      case DomainEvent.AllowanceWithdrawalRefused e ->
          EventFacts.of("AllowanceWithdrawalRefused")
              .with("allowance", e.allowance())
              .with("code", e.code())
              .with("message", e.message());
      case DomainEvent.AllowanceCancelled e ->
          EventFacts.of("AllowanceCancelled")
              .with("allowance", e.allowance())
              .with("number", e.number())
              .with("amount", e.amount());
      case DomainEvent.AllowanceVoided e ->
          EventFacts.of("AllowanceVoided")
              .with("allowance", e.allowance())
              .with("number", e.number())
              .with("amount", e.amount());
      case DomainEvent.AllowanceSigned e ->
          EventFacts.of("AllowanceSigned").with("allowance", e.allowance());
      case DomainEvent.AllowanceRefused e ->
          EventFacts.of("AllowanceRefused")
              .with("allowance", e.allowance())
              .with("code", e.code())
              .with("message", e.message());
      case DomainEvent.DifferenceApplied e ->
          EventFacts.of("DifferenceApplied")
              .with("difference", e.difference())
              .with("kind", e.kind())
              .with("action", e.action())
              .with("here", e.here())
              .with("there", e.there())
              .with("note", e.note());
      case DomainEvent.CaptureRequested e ->
          EventFacts.of("CaptureRequested").with("payment", e.payment());
      case DomainEvent.PaymentCaptured e ->
          EventFacts.of("PaymentCaptured").with("payment", e.payment()).with("amount", e.amount());
      case DomainEvent.RefundRequested e ->
          EventFacts.of("RefundRequested")
              .with("refund", e.refund())
              .with("payment", e.payment())
              .with("amount", e.amount());
      case DomainEvent.RefundStepDone e ->
          EventFacts.of("RefundStepDone")
              .with("refund", e.refund())
              .with("step", e.step())
              .with("amount", e.amount())
              .with("money", e.money());
      case DomainEvent.PaidBackByHand e ->
          EventFacts.of("PaidBackByHand")
              .with("refund", e.refund())
              .with("amount", e.amount())
              .with("by", e.by())
              .with("paidAt", e.paidAt())
              .with("bankReference", e.bankReference())
              .with("note", e.note());
      case DomainEvent.RefundStopped e ->
          EventFacts.of("RefundStopped")
              .with("refund", e.refund())
              .with("step", e.step())
              .with("code", e.code())
              .with("message", e.message());
      case DomainEvent.AskedByPerson e ->
          EventFacts.of("AskedByPerson")
              .with("by", e.by())
              .with("key", e.key())
              .with("deed", e.deed())
              .with("about", e.about());
      case DomainEvent.RefundContinued e ->
          EventFacts.of("RefundContinued").with("refund", e.refund());
      case DomainEvent.RefundCancelled e ->
          EventFacts.of("RefundCancelled").with("refund", e.refund());
      case DomainEvent.RefundCompleted e ->
          EventFacts.of("RefundCompleted")
              .with("refund", e.refund())
              .with("payment", e.payment())
              .with("amount", e.amount());
      case DomainEvent.ApiKeyAdded e ->
          EventFacts.of("ApiKeyAdded").with("key", e.key()).with("by", asking(e.by()));
      case DomainEvent.ApiKeyWithdrawn e ->
          EventFacts.of("ApiKeyWithdrawn").with("key", e.key()).with("by", asking(e.by()));
      case DomainEvent.IncidentRaised e ->
          EventFacts.of("IncidentRaised")
              .with("kind", e.kind())
              .with("about", e.about())
              .with("advice", e.advice());
    };
  }

  /** Nobody's id, when it was done at the machine. */
  private static String asking(Optional<ApiKeyId> key) {
    return key.map(ApiKeyId::value).orElse("");
  }
}
