package ecpay.domain.payment.report;

import ecpay.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What ECPay says of a trade: OrderInfo and the info of its method in seed 001.
 *
 * @param ecpayTradeNo TradeNo, ECPay's own number, at most 20 characters
 * @param amount TradeAmt
 * @param paymentType opaque text; an unknown one is kept (R-PAY-16, D-36)
 * @param createdAt TradeDate
 * @param paidAt PaymentDate; empty while unpaid
 * @param chargeFee ECPay's fee in TWD, with decimals (R-PAY-15)
 * @param processFee further fee in TWD, with decimals; 0 where ECPay sent none (R-PAY-15)
 * @param card set for card payments
 * @param payer set once a code was paid with, if ECPay tells
 * @param customFields what ECPay gave back of CustomField, or of CustomField1 to CustomField4; none
 *     where it sent none
 */
public record TradeDetails(
    String ecpayTradeNo,
    Money amount,
    String paymentType,
    Optional<Instant> createdAt,
    Optional<Instant> paidAt,
    BigDecimal chargeFee,
    BigDecimal processFee,
    Optional<CardDetails> card,
    Optional<Payer> payer,
    List<String> customFields) {
  public TradeDetails {
    customFields = List.copyOf(customFields);
  }

  /** Of an order that was sent without custom fields. */
  public TradeDetails(
      String ecpayTradeNo,
      Money amount,
      String paymentType,
      Optional<Instant> createdAt,
      Optional<Instant> paidAt,
      BigDecimal chargeFee,
      BigDecimal processFee,
      Optional<CardDetails> card,
      Optional<Payer> payer) {
    this(
        ecpayTradeNo,
        amount,
        paymentType,
        createdAt,
        paidAt,
        chargeFee,
        processFee,
        card,
        payer,
        List.of());
  }
}
