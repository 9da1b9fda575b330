package ecpay.sandbox.ledger.card;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One authorization from the bank's yes or no to its last refund. Read and changed under the
 * ledger's lock only.
 */
public final class Authorization {
  /** The daily run at which automatic capture asks for what is authorized. */
  static final LocalTime DAILY_RUN = LocalTime.of(20, 15);

  /** When the bank books what was asked for by then. */
  static final LocalTime BANK_BOOKS = LocalTime.of(2, 0);

  /** Capture is possible up to the end of this day after the authorization (R-CAP-07). */
  static final int LAST_DAY_OF_CAPTURE = 21;

  /** So many days after it an uncaptured authorization is released (R-CAP-08). */
  static final int DAYS_UNTIL_RELEASE = 90;

  private final CardCharge charge;
  private final long gwsr;
  private final String authCode;
  private final LocalDateTime authorizedAt;
  private final List<CloseRecord> closes = new ArrayList<>();
  private CardState state;
  private LocalDateTime since;

  Authorization(CardCharge charge, long gwsr, String authCode, LocalDateTime at, CardState state) {
    this.charge = charge;
    this.gwsr = gwsr;
    this.authCode = authCode;
    this.authorizedAt = at;
    this.since = at;
    this.state = state;
  }

  void askCapture(long serial, LocalDateTime at) {
    closes.add(new CloseRecord(CardState.TO_BE_CAPTURED, serial, charge.amount(), at));
    turn(CardState.TO_BE_CAPTURED, at);
  }

  void takeCaptureBack(LocalDateTime at) {
    closes.replaceAll(c ->
        c.state() == CardState.TO_BE_CAPTURED ? c.turned(CardState.OPERATION_CANCELLED, at) : c);
    turn(CardState.AUTHORIZED, at);
  }

  void abandon(LocalDateTime at) {
    turn(CardState.CANCELED, at);
  }

  void refund(long serial, long amount, LocalDateTime at) {
    closes.add(new CloseRecord(CardState.TO_BE_CAPTURED, serial, -amount, at));
    since = at;
  }

  /** The bank books every capture and refund that it was asked for. */
  void book(LocalDateTime at) {
    closes.replaceAll(
        c -> c.state() == CardState.TO_BE_CAPTURED ? c.turned(CardState.CAPTURED, at) : c);
    turn(state == CardState.TO_BE_CAPTURED ? CardState.CAPTURED : state, at);
  }

  void turn(CardState next, LocalDateTime at) {
    state = next;
    since = at;
  }

  /** When something happens to it by itself next, if ever. */
  Optional<LocalDateTime> next() {
    if (state == CardState.AUTHORIZED) {
      var run = following(DAILY_RUN);
      var release = authorizedAt.plusDays(DAYS_UNTIL_RELEASE);
      return Optional.of(run.isBefore(release) ? run : release);
    }
    var waits = closes.stream().anyMatch(c -> c.state() == CardState.TO_BE_CAPTURED);
    return waits ? Optional.of(following(BANK_BOOKS)) : Optional.empty();
  }

  private LocalDateTime following(LocalTime time) {
    var today = since.toLocalDate().atTime(time);
    return today.isAfter(since) ? today : today.plusDays(1);
  }

  boolean isTooLateToCapture(LocalDateTime now) {
    return ChronoUnit.DAYS.between(authorizedAt.toLocalDate(), now.toLocalDate())
        > LAST_DAY_OF_CAPTURE;
  }

  public CardCharge charge() {
    return charge;
  }

  /** ECPay's id of the authorization. */
  public long gwsr() {
    return gwsr;
  }

  /** Six digits; empty when the bank said no. */
  public String authCode() {
    return authCode;
  }

  public LocalDateTime authorizedAt() {
    return authorizedAt;
  }

  public CardState state() {
    return state;
  }

  /** Captures and refunds, oldest first. */
  public List<CloseRecord> closes() {
    return List.copyOf(closes);
  }

  /** What was given back so far, whole TWD. */
  public long refunded() {
    return -closes.stream().mapToLong(CloseRecord::amount).filter(a -> a < 0).sum();
  }

  /** What the bank has captured, refunds not counted. */
  public long captured() {
    return state == CardState.CAPTURED ? charge.amount() : 0;
  }
}
