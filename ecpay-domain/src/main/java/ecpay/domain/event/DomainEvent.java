package ecpay.domain.event;

import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.ApiKeyId;
import ecpay.domain.money.Money;
import ecpay.domain.notification.NotificationId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderReference;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.reconciliation.DifferenceId;
import ecpay.domain.refund.RefundId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A fact, mostly in the life of an order, appended once, in the transaction that made it true.
 * Facts carry ids and amounts; nothing that tells who a buyer is, and no tokens.
 */
public sealed interface DomainEvent {

  record OrderPlaced(OrderReference reference, Money total) implements DomainEvent {}

  /**
   * A person asked for something at the console, whatever comes of it.
   *
   * @param by who, as they logged in
   * @param key what let them in
   * @param deed what they asked for, such as {@code continue_refund}
   * @param about the id of what it was asked for
   */
  record AskedByPerson(String by, ApiKeyId key, String deed, String about) implements DomainEvent {}

  record PaymentOpened(PaymentId payment, MerchantTradeNo tradeNo) implements DomainEvent {}

  /** The buyer has paid by card or is about to; CreatePayment leaves. */
  record PaymentSubmitted(PaymentId payment) implements DomainEvent {}

  /** The buyer was sent to 3-D Secure or UnionPay. */
  record BuyerSentToBank(PaymentId payment) implements DomainEvent {}

  /** The buyer holds a code to pay with, or a lender examines an application to pay later. */
  record PaymentCodeIssued(PaymentId payment, Instant deadline) implements DomainEvent {}

  /** Nobody knows yet whether CreatePayment happened; ECPay is asked. */
  record PaymentOutcomeUnknown(PaymentId payment, String reason) implements DomainEvent {}

  record PaymentFailed(PaymentId payment, String code, String message) implements DomainEvent {}

  record PaymentExpired(PaymentId payment) implements DomainEvent {}

  /** Money arrived for this attempt. */
  record PaymentReceived(PaymentId payment, String ecpayTradeNo, Money amount)
      implements DomainEvent {}

  /** The order is paid; once per order. */
  record OrderPaid(MerchantTradeNo tradeNo, Money amount) implements DomainEvent {}

  /**
   * A periodic contract has begun with this payment.
   *
   * @param times how often it charges in all
   */
  record ContractBegun(MerchantTradeNo tradeNo, int times) implements DomainEvent {}

  /** A later charge of a contract brought money and became that order. */
  record PeriodicCharged(MerchantTradeNo tradeNo, int charge, OrderId order, Money amount)
      implements DomainEvent {}

  /** The bank refused a charge of a contract. */
  record PeriodicChargeFailed(MerchantTradeNo tradeNo, String code, String message)
      implements DomainEvent {}

  /**
   * @param action ECPay's word: {@code Cancel} or {@code ReAuth}
   */
  record ContractActionRequested(MerchantTradeNo tradeNo, String action) implements DomainEvent {}

  /** ECPay refused; the contract goes on as it was. */
  record ContractActionRefused(MerchantTradeNo tradeNo, String action, String code, String message)
      implements DomainEvent {}

  /**
   * The contract charges no more.
   *
   * @param state {@code STOPPED} or {@code FINISHED}
   */
  record ContractEnded(MerchantTradeNo tradeNo, String state) implements DomainEvent {}

  /** ECPay has listed the card for the member: it can be paid with. */
  record CardBound(CardId card, MemberId member, String lastFour) implements DomainEvent {}

  record CardNotBound(CardId card, String code, String message) implements DomainEvent {}

  record CardDeleted(CardId card) implements DomainEvent {}

  record InvoiceRequested(InvoiceId invoice, Money salesAmount) implements DomainEvent {}

  /** Nobody knows yet whether Issue happened; ECPay is asked. */
  record InvoiceOutcomeUnknown(InvoiceId invoice, String reason) implements DomainEvent {}

  record InvoiceIssued(InvoiceId invoice, InvoiceNumber number, Money salesAmount)
      implements DomainEvent {}

  record InvoiceRefused(InvoiceId invoice, String code, String message) implements DomainEvent {}

  /** ECPay keeps it and issues it later. */
  record InvoiceScheduled(InvoiceId invoice) implements DomainEvent {}

  record InvoiceTriggered(InvoiceId invoice) implements DomainEvent {}

  record InvoiceEdited(InvoiceId invoice) implements DomainEvent {}

  record InvoiceCancelled(InvoiceId invoice) implements DomainEvent {}

  /** No number is left for it; it issues by itself once there is stock (R-INV-28). */
  record InvoiceAwaitsNumbers(InvoiceId invoice, String code) implements DomainEvent {}

  /** ECPay has given it to the tax authority (R-INV-21). */
  record InvoiceUploaded(InvoiceId invoice) implements DomainEvent {}

  /**
   * @param change the kind of change, such as {@code VoidInvoice}
   */
  record InvoiceChangeRequested(InvoiceId invoice, String change) implements DomainEvent {}

  /** ECPay refused the change; the invoice is as it was. */
  record InvoiceChangeRefused(InvoiceId invoice, String change, String code, String message)
      implements DomainEvent {}

  record InvoiceReissued(InvoiceId invoice, InvoiceNumber number) implements DomainEvent {}

  record InvoiceVoided(InvoiceId invoice, InvoiceNumber number, Money salesAmount)
      implements DomainEvent {}

  /** It is asked for again after it was refused. */
  record InvoiceRequestedAgain(InvoiceId invoice) implements DomainEvent {}

  record BuyerNotified(NotificationId notification, InvoiceNumber invoice, String subject)
      implements DomainEvent {}

  record BuyerNotNotified(NotificationId notification, InvoiceNumber invoice, String reason)
      implements DomainEvent {}

  record AllowanceRequested(AllowanceId allowance, Money amount) implements DomainEvent {}

  /** Nobody knows yet whether the allowance was taken; ECPay's books are compared. */
  record AllowanceOutcomeUnknown(AllowanceId allowance, String reason) implements DomainEvent {}

  record AllowanceAwaitsConsent(AllowanceId allowance, AllowanceNumber number, Instant deadline)
      implements DomainEvent {}

  record AllowanceIssued(AllowanceId allowance, AllowanceNumber number, Money amount)
      implements DomainEvent {}

  record AllowanceExpired(AllowanceId allowance) implements DomainEvent {}

  /** It is to be taken back: cancelled while it waits, voided once it exists. */
  record AllowanceWithdrawalRequested(AllowanceId allowance) implements DomainEvent {}

  /** ECPay refused to take it back; the allowance is as it was. */
  record AllowanceWithdrawalRefused(AllowanceId allowance, String code, String message)
      implements DomainEvent {}

  record AllowanceCancelled(AllowanceId allowance, AllowanceNumber number, Money amount)
      implements DomainEvent {}

  record AllowanceVoided(AllowanceId allowance, AllowanceNumber number, Money amount)
      implements DomainEvent {}

  /** The buyer's signature on the paper slip is in the files (R-ALW-33). */
  record AllowanceSigned(AllowanceId allowance) implements DomainEvent {}

  record AllowanceRefused(AllowanceId allowance, String code, String message)
      implements DomainEvent {}

  /** A card is to be captured. */
  record CaptureRequested(PaymentId payment) implements DomainEvent {}

  /** The card is captured, or the bank will book it as it was asked to. */
  record PaymentCaptured(PaymentId payment, Money amount) implements DomainEvent {}

  record RefundRequested(RefundId refund, PaymentId payment, Money amount) implements DomainEvent {}

  /**
   * @param step what was done, such as {@code VoidInvoice} or {@code RefundCard}
   * @param money whether money went back, or a document followed it
   */
  record RefundStepDone(RefundId refund, String step, Money amount, boolean money)
      implements DomainEvent {}

  /** A person says that money was paid back outside of ECPay's API. */
  record PaidBackByHand(
      RefundId refund, Money amount, String by, Instant paidAt, String bankReference, String note)
      implements DomainEvent {}

  /** A step failed; nothing more is done until a person says so. */
  record RefundStopped(RefundId refund, String step, String code, String message)
      implements DomainEvent {}

  record RefundContinued(RefundId refund) implements DomainEvent {}

  /** It was called off before any money moved. */
  record RefundCancelled(RefundId refund) implements DomainEvent {}

  /** Money and documents are back. */
  record RefundCompleted(RefundId refund, PaymentId payment, Money amount) implements DomainEvent {}

  /**
   * What a difference from a statement file suggested was done.
   *
   * @param kind such as {@code FEE}
   * @param action such as {@code BOOK_FEE}
   * @param here what our books had, TWD; empty when they had nothing, and in events of old
   * @param there what the file said, TWD; empty when it said nothing, and in events of old
   * @param note what a person found and did; empty for what was done by itself
   */
  record DifferenceApplied(
      DifferenceId difference,
      String kind,
      String action,
      Optional<BigDecimal> here,
      Optional<BigDecimal> there,
      String note)
      implements DomainEvent {}

  /**
   * The merchant has another API key. It belongs to no order, nor does the next one.
   *
   * @param by the key that asked for it; empty for an operator at the machine
   */
  record ApiKeyAdded(ApiKeyId key, Optional<ApiKeyId> by) implements DomainEvent {}

  /**
   * An API key opens nothing any more.
   *
   * @param by the key that asked for it; empty for an operator at the machine
   */
  record ApiKeyWithdrawn(ApiKeyId key, Optional<ApiKeyId> by) implements DomainEvent {}

  /**
   * A person must look.
   *
   * @param kind a stable word such as {@code SECOND_PAYMENT}
   * @param about what it is about: an id or a number
   * @param advice what happened and what to do
   */
  record IncidentRaised(String kind, String about, String advice) implements DomainEvent {}
}
