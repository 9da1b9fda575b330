package ecpay.domain.payment;

import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.TradeDetails;
import java.net.URI;

/** What an accepted CreatePayment brings: the variants of seed 001. None of them is money. */
public sealed interface PaymentReply {

  /**
   * The buyer must first pass a page of the bank: ThreeDURL or UnionPayURL (R-PAY-03), opened as a
   * full page, never in a frame (R-PAY-04).
   */
  record BuyerMustConfirm(URI page) implements PaymentReply {}

  /** A code was issued; money comes later or never (R-PAY-06). */
  record CodeIssued(TradeDetails trade, PaymentInstructions instructions) implements PaymentReply {}

  /** Charged without 3-D Secure; to be confirmed by callback or query (R-PAY-08). */
  record Charged(TradeDetails trade) implements PaymentReply {}
}
