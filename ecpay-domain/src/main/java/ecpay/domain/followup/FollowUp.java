package ecpay.domain.followup;

import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PaymentId;

/** Something to be done later, by any node, again and again until it is done. */
public sealed interface FollowUp {
  MerchantId merchant();

  /** Bring the invoice of a paid order to its end: issue, or ask what became of it. */
  record IssueInvoice(MerchantId merchant, OrderId order) implements FollowUp {}

  /** Tell the buyer that the invoice was issued. */
  record NotifyBuyer(MerchantId merchant, OrderId order) implements FollowUp {}

  /** Ask ECPay what became of an attempt to pay. */
  record SettlePayment(MerchantId merchant, PaymentId payment) implements FollowUp {}

  /** Bring an allowance to its end: send, ask, or let it expire. */
  record SettleAllowance(MerchantId merchant, AllowanceId allowance) implements FollowUp {}
}
