package ecpay.domain.contract;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.PeriodicTerms;
import ecpay.domain.time.Taipei;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * What stays the same as long as a contract runs.
 *
 * @param tradeNo MerchantTradeNo of its first payment, and its name
 * @param order what its first charge paid
 * @param payment the first charge
 * @param amount each charge
 * @param begunAt when the first charge was made; the later ones are counted from it
 */
public record Agreement(
    MerchantId merchant,
    MerchantTradeNo tradeNo,
    OrderId order,
    PaymentId payment,
    PeriodicTerms terms,
    Channel channel,
    Money amount,
    Instant begunAt) {

  /**
   * When a turn is to be charged. Always counted from the first, so that a contract of the 31st
   * charges on the last of a shorter month and on the 31st again afterwards.
   *
   * @param turn 0 for the first charge
   */
  public Instant expected(int turn) {
    return expectedDay(turn).toInstant();
  }

  /** The turn to which a charge of that time belongs, by its day in Taipei. */
  int turnOf(Instant at) {
    LocalDate day = Taipei.dateOf(at);
    int turn = 0;
    int least = 1;
    int most = terms.times() - 1;
    while (least <= most) {
      int middle = (least + most) >>> 1;
      if (expectedDay(middle).toLocalDate().isAfter(day)) {
        most = middle - 1;
      } else {
        turn = middle;
        least = middle + 1;
      }
    }
    return turn;
  }

  private ZonedDateTime expectedDay(int turn) {
    ZonedDateTime first = begunAt.atZone(Taipei.ZONE);
    long steps = (long) turn * terms.frequency();
    return switch (terms.unit()) {
      case DAY -> first.plusDays(steps);
      case MONTH -> first.plusMonths(steps);
      case YEAR -> first.plusYears(steps);
    };
  }
}
