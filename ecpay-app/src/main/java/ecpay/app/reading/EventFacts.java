package ecpay.app.reading;

import ecpay.domain.event.DomainEvent;
import ecpay.domain.merchant.ApiKeyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an event says, as named facts in a fixed order: amounts as numbers, all else as text. */
public final class EventFacts {
  private final Map<String, Object> facts = new LinkedHashMap<>();

  private EventFacts() {}

  /** The facts of an event. */
  public static Map<String, Object> of(DomainEvent event) {
    return new EventFacts().read(event).facts;
  }

  private EventFacts read(DomainEvent event) {
    return switch (event) {
      case DomainEvent.OrderPlaced e -> put("reference", e.reference()).amount(e.total().twd());
      case DomainEvent.AskedByPerson e ->
          put("by", e.by()).put("key", e.key()).put("deed", e.deed()).put("about", e.about());
      case DomainEvent.PaymentOpened e -> put("payment", e.payment()).put("tradeNo", e.tradeNo());
      case DomainEvent.PaymentSubmitted e -> put("payment", e.payment());
      case DomainEvent.BuyerSentToBank e -> put("payment", e.payment());
      case DomainEvent.PaymentCodeIssued e ->
          put("payment", e.payment()).at("deadline", e.deadline());
      case DomainEvent.PaymentOutcomeUnknown e ->
          put("payment", e.payment()).put("reason", e.reason());
      case DomainEvent.PaymentFailed e ->
          put("payment", e.payment()).put("code", e.code()).put("message", e.message());
      case DomainEvent.PaymentExpired e -> put("payment", e.payment());
      case DomainEvent.PaymentReceived e ->
          put("payment", e.payment())
              .put("ecpayTradeNo", e.ecpayTradeNo())
              .amount(e.amount().twd());
      case DomainEvent.OrderPaid e -> put("tradeNo", e.tradeNo()).amount(e.amount().twd());
      case DomainEvent.ContractBegun e -> put("contract", e.tradeNo()).put("times", e.times());
      case DomainEvent.PeriodicCharged e ->
          put("contract", e.tradeNo())
              .put("charge", e.charge())
              .put("order", e.order())
              .amount(e.amount().twd());
      case DomainEvent.PeriodicChargeFailed e ->
          put("contract", e.tradeNo()).put("code", e.code()).put("message", e.message());
      case DomainEvent.ContractActionRequested e ->
          put("contract", e.tradeNo()).put("action", Words.lower(e.action()));
      case DomainEvent.ContractActionRefused e ->
          put("contract", e.tradeNo())
              .put("action", Words.lower(e.action()))
              .put("code", e.code())
              .put("message", e.message());
      case DomainEvent.ContractEnded e ->
          put("contract", e.tradeNo()).put("state", Words.lower(e.state()));
      case DomainEvent.CardBound e ->
          put("card", e.card()).put("member", e.member()).put("lastFour", e.lastFour());
      case DomainEvent.CardNotBound e ->
          put("card", e.card()).put("code", e.code()).put("message", e.message());
      case DomainEvent.CardDeleted e -> put("card", e.card());
      case DomainEvent.InvoiceRequested e ->
          put("invoice", e.invoice()).amount(e.salesAmount().twd());
      case DomainEvent.InvoiceOutcomeUnknown e ->
          put("invoice", e.invoice()).put("reason", e.reason());
      case DomainEvent.InvoiceIssued e ->
          put("invoice", e.invoice()).put("number", e.number()).amount(e.salesAmount().twd());
      case DomainEvent.InvoiceRefused e ->
          put("invoice", e.invoice()).put("code", e.code()).put("message", e.message());
      case DomainEvent.InvoiceScheduled e -> put("invoice", e.invoice());
      case DomainEvent.InvoiceTriggered e -> put("invoice", e.invoice());
      case DomainEvent.InvoiceEdited e -> put("invoice", e.invoice());
      case DomainEvent.InvoiceCancelled e -> put("invoice", e.invoice());
      case DomainEvent.InvoiceAwaitsNumbers e -> put("invoice", e.invoice()).put("code", e.code());
      case DomainEvent.InvoiceUploaded e -> put("invoice", e.invoice());
      case DomainEvent.InvoiceChangeRequested e ->
          put("invoice", e.invoice()).put("change", Words.lower(e.change()));
      case DomainEvent.InvoiceChangeRefused e ->
          put("invoice", e.invoice())
              .put("change", Words.lower(e.change()))
              .put("code", e.code())
              .put("message", e.message());
      case DomainEvent.InvoiceReissued e -> put("invoice", e.invoice()).put("number", e.number());
      case DomainEvent.InvoiceVoided e ->
          put("invoice", e.invoice()).put("number", e.number()).amount(e.salesAmount().twd());
      case DomainEvent.InvoiceRequestedAgain e -> put("invoice", e.invoice());
      case DomainEvent.BuyerNotified e -> put("invoice", e.invoice()).put("subject", e.subject());
      case DomainEvent.BuyerNotNotified e -> put("invoice", e.invoice()).put("reason", e.reason());
      case DomainEvent.AllowanceRequested e ->
          put("allowance", e.allowance()).amount(e.amount().twd());
      case DomainEvent.AllowanceOutcomeUnknown e ->
          put("allowance", e.allowance()).put("reason", e.reason());
      case DomainEvent.AllowanceAwaitsConsent e ->
          put("allowance", e.allowance()).put("number", e.number()).at("deadline", e.deadline());
      case DomainEvent.AllowanceIssued e ->
          put("allowance", e.allowance()).put("number", e.number()).amount(e.amount().twd());
      case DomainEvent.AllowanceExpired e -> put("allowance", e.allowance());
      case DomainEvent.AllowanceWithdrawalRequested e -> put("allowance", e.allowance());
      case DomainEvent.AllowanceWithdrawalRefused e ->
          put("allowance", e.allowance()).put("code", e.code()).put("message", e.message());
      case DomainEvent.AllowanceCancelled e ->
          put("allowance", e.allowance()).put("number", e.number()).amount(e.amount().twd());
      case DomainEvent.AllowanceVoided e ->
          put("allowance", e.allowance()).put("number", e.number()).amount(e.amount().twd());
      case DomainEvent.AllowanceSigned e -> put("allowance", e.allowance());
      case DomainEvent.AllowanceRefused e ->
          put("allowance", e.allowance()).put("code", e.code()).put("message", e.message());
      case DomainEvent.DifferenceApplied e ->
          put("difference", e.difference())
              .put("kind", e.kind())
              .put("action", e.action())
              .putIfKnown("here", e.here())
              .putIfKnown("there", e.there())
              .put("note", e.note());
      case DomainEvent.CaptureRequested e -> put("payment", e.payment());
      case DomainEvent.PaymentCaptured e -> put("payment", e.payment()).amount(e.amount().twd());
      case DomainEvent.RefundRequested e ->
          put("refund", e.refund()).put("payment", e.payment()).amount(e.amount().twd());
      case DomainEvent.RefundStepDone e ->
          put("refund", e.refund()).put("step", e.step()).amount(e.amount().twd());
      case DomainEvent.PaidBackByHand e ->
          put("refund", e.refund())
              .amount(e.amount().twd())
              .put("by", e.by())
              .at("paidAt", e.paidAt())
              .put("bankReference", e.bankReference())
              .put("note", e.note());
      case DomainEvent.RefundStopped e ->
          put("refund", e.refund())
              .put("step", e.step())
              .put("code", e.code())
              .put("message", e.message());
      case DomainEvent.RefundContinued e -> put("refund", e.refund());
      case DomainEvent.RefundCancelled e -> put("refund", e.refund());
      case DomainEvent.RefundCompleted e ->
          put("refund", e.refund()).put("payment", e.payment()).amount(e.amount().twd());
      case DomainEvent.ApiKeyAdded e -> put("key", e.key()).asking(e.by());
      case DomainEvent.ApiKeyWithdrawn e -> put("key", e.key()).asking(e.by());
      case DomainEvent.IncidentRaised e ->
          put("kind", e.kind()).put("about", e.about()).put("advice", e.advice());
    };
  }

  private EventFacts putIfKnown(String name, Optional<BigDecimal> twd) {
    twd.ifPresent(amount -> put(name, amount.toPlainString()));
    return this;
  }

  /** Left out when it was done at the machine. */
  private EventFacts asking(Optional<ApiKeyId> key) {
    key.ifPresent(id -> put("by", id));
    return this;
  }

  private EventFacts put(String name, Object value) {
    facts.put(name, value.toString());
    return this;
  }

  private EventFacts amount(long twd) {
    facts.put("amount", twd);
    return this;
  }

  private EventFacts at(String name, Instant instant) {
    facts.put(name, Times.iso(instant));
    return this;
  }
}
