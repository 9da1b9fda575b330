package ecpay.domain.followup;

import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.reconciliation.ReportId;

/** Something to be done later, by any node, again and again until it is done. */
public sealed interface FollowUp {
  MerchantId merchant();

  /** Ask for the invoice that follows the payment of an order. */
  record IssueInvoice(MerchantId merchant, OrderId order) implements FollowUp {}

  /** Bring an invoice, or a change of it, to its end: send, or ask what became of it. */
  record SettleInvoice(MerchantId merchant, InvoiceId invoice) implements FollowUp {}

  /** See that an issued invoice is uploaded in time and that its winner can be told. */
  record WatchInvoice(MerchantId merchant, InvoiceId invoice) implements FollowUp {}

  /** Tell the buyer what became of the invoices and allowances of an order. */
  record NotifyBuyer(MerchantId merchant, OrderId order) implements FollowUp {}

  /** Ask ECPay what became of an attempt to pay. */
  record SettlePayment(MerchantId merchant, PaymentId payment) implements FollowUp {}

  /** Look after a periodic contract, from its first charge to its end. */
  record WatchContract(MerchantId merchant, MerchantTradeNo contract) implements FollowUp {}

  /** Ask ECPay what became of binding a card, or of deleting it. */
  record SettleCard(MerchantId merchant, CardId card) implements FollowUp {}

  /** Bring an allowance to its end: send, ask, or let it expire. */
  record SettleAllowance(MerchantId merchant, AllowanceId allowance) implements FollowUp {}

  /** Look after a merchant's number tracks, again and again. */
  record WatchTracks(MerchantId merchant) implements FollowUp {}

  /** Warn of a merchant's two-month period that is about to close, again and again. */
  record WatchPeriod(MerchantId merchant) implements FollowUp {}

  /** Compare yesterday's statement files with our books, again and again. */
  record ReconcileDay(MerchantId merchant) implements FollowUp {}

  /** Fetch the statement file of a report and compare it. */
  record ReadStatement(MerchantId merchant, ReportId report) implements FollowUp {}

  /** Bring the refunds of an order to their end, step by step. */
  record SettleRefunds(MerchantId merchant, OrderId order) implements FollowUp {}

  /** Take the money of an authorised card. */
  record CaptureCard(MerchantId merchant, PaymentId payment) implements FollowUp {}

  /** Warn of an authorisation that is never captured, before the bank releases it. */
  record WatchAuthorization(MerchantId merchant, PaymentId payment) implements FollowUp {}
}
