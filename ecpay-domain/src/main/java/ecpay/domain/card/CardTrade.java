package ecpay.domain.card;

import ecpay.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a card payment stands at ECPay: the answer of CreditDetail/QueryTrade.
 *
 * @param state where it stands; of a capture that is under way, how that stands
 * @param word ECPay's own word for it, which is kept also when it is not known
 * @param authorized what the bank has reserved
 * @param captured what it has taken (clsamt); whether refunds are taken off, no source says (U-06)
 * @param authorizedAt when ECPay says so
 * @param closes its captures and refunds, oldest first
 */
public record CardTrade(
    CardState state,
    String word,
    Money authorized,
    Money captured,
    Optional<Instant> authorizedAt,
    List<CloseRecord> closes) {

  /**
   * One capture or refund.
   *
   * @param amount TWD, negative for a refund
   */
  public record CloseRecord(CardState state, String serial, long amount, Optional<Instant> at) {}

  public CardTrade {
    closes = List.copyOf(closes);
  }

  /**
   * As ECPay tells it. Where its status stays at "authorized" while a capture is under way, the
   * capture's own record tells more.
   */
  public static CardTrade told(
      String word,
      Money authorized,
      Money captured,
      Optional<Instant> authorizedAt,
      List<CloseRecord> closes) {
    CardState told = CardState.of(word);
    CardState state =
        told != CardState.AUTHORIZED
            ? told
            : closes.stream()
                .filter(close -> close.amount() > 0)
                .map(CloseRecord::state)
                .filter(close ->
                    close == CardState.TO_BE_CAPTURED
                        || close == CardState.SETTLING
                        || close == CardState.CAPTURED)
                .reduce((_, last) -> last)
                .orElse(told);
    return new CardTrade(state, word, authorized, captured, authorizedAt, closes);
  }

  /**
   * What has gone back of it, booked or still to be booked. A card that is captured for less than
   * it was authorised for has given the rest back, where no record tells of it.
   */
  public Money refunded() {
    long told = -sum(close -> close.amount() < 0);
    long missing =
        state == CardState.CAPTURED && captured.twd() > 0 ? authorized.twd() - captured.twd() : 0;
    return Money.of(Math.max(told, missing));
  }

  /**
   * Whether its records say what they are taken to say: more captures than were authorised may be
   * refunds without a sign, and a capture of nothing may be one that has all gone back. Then nobody
   * but a person knows what has.
   */
  public boolean isUnderstood() {
    boolean isOfNothing = state == CardState.CAPTURED && captured.equals(Money.ZERO);
    return !isOfNothing && sum(close -> close.amount() > 0) <= authorized.twd();
  }

  private long sum(Predicate<CloseRecord> which) {
    return closes.stream()
        .filter(close -> close.state().counts())
        .filter(which)
        .mapToLong(CloseRecord::amount)
        .sum();
  }

  /** What can still go back of it (R-CAP-04). */
  public Money left() {
    long left = authorized.twd() - refunded().twd();
    return left > 0 && state != CardState.CANCELED ? Money.of(left) : Money.ZERO;
  }
}
