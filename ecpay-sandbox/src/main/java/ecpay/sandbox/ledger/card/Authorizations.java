package ecpay.sandbox.ledger.card;

import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** All authorizations, at most a million: they move by the clock, and by DoAction (R-CAP). */
public final class Authorizations {
  private static final LocalTime QUIET_UNTIL = LocalTime.of(20, 30);
  private static final int CAPACITY = 1_000_000;

  private record Key(String merchantId, String number) {}

  private record Moment(LocalDateTime due, long number, Authorization authorization) {}

  private final Map<Key, Authorization> byTradeNo = new LinkedHashMap<>();
  private final Map<Long, Authorization> byGwsr = new HashMap<>();
  private final Map<Key, Authorization> byOrder = new HashMap<>();
  private final PriorityQueue<Moment> agenda =
      new PriorityQueue<>(Comparator.comparing(Moment::due).thenComparingLong(Moment::number));
  private final Set<String> capturedByHand = new HashSet<>();
  private final Set<String> withoutBalance = new HashSet<>();
  // Drawn by lot, so that a shop that outlives a sandbox meets no number of an earlier one.
  private long lastGwsr = 10_000_000L + new SecureRandom().nextInt(800_000_000);
  private long moments;
  private long serials;

  /** The bank says yes. UnionPay is captured at once. */
  public Authorization authorize(CardCharge charge, LocalDateTime at) {
    var gwsr = ++lastGwsr;
    var code = String.format(Locale.ROOT, "%06d", gwsr % 1_000_000);
    var authorization = new Authorization(charge, gwsr, code, at, CardState.AUTHORIZED);
    if (charge.unionPay()) {
      authorization.askCapture(++serials, at);
      authorization.book(at);
    }
    return kept(authorization);
  }

  /** The bank says no. */
  public Authorization refuse(CardCharge charge, LocalDateTime at) {
    return kept(new Authorization(charge, ++lastGwsr, "", at, CardState.UNAUTHORIZED));
  }

  private Authorization kept(Authorization authorization) {
    if (byGwsr.size() >= CAPACITY) {
      throw new IllegalStateException("the ledger is full; start the sandbox anew");
    }
    var charge = authorization.charge();
    byTradeNo.put(new Key(charge.merchantId(), charge.tradeNo()), authorization);
    byGwsr.put(authorization.gwsr(), authorization);
    byOrder.putIfAbsent(new Key(charge.merchantId(), charge.merchantTradeNo()), authorization);
    plan(authorization);
    return authorization;
  }

  private void plan(Authorization authorization) {
    authorization.next().ifPresent(due -> agenda.add(new Moment(due, moments++, authorization)));
  }

  /** Does what has fallen due: the daily run, the bank's booking, the release after 90 days. */
  public void settle(LocalDateTime now) {
    while (!agenda.isEmpty() && !agenda.element().due().isAfter(now)) {
      var moment = agenda.remove();
      var authorization = moment.authorization();
      // A moment that DoAction has overtaken is void; its successor is planned already.
      if (authorization.next().filter(moment.due()::equals).isPresent()) {
        move(authorization, moment.due());
        plan(authorization);
      }
    }
  }

  private void move(Authorization authorization, LocalDateTime at) {
    if (authorization.state() != CardState.AUTHORIZED) {
      authorization.book(at);
    } else if (!at.isBefore(
        authorization.authorizedAt().plusDays(Authorization.DAYS_UNTIL_RELEASE))) {
      authorization.abandon(at);
    } else if (isCapturedAutomatically(authorization.charge().merchantId())
        && !authorization.isTooLateToCapture(at)) {
      authorization.askCapture(++serials, at);
    } else {
      authorization.turn(CardState.AUTHORIZED, at);
    }
  }

  /**
   * Does what DoAction asks for.
   *
   * @param amount whole TWD
   * @return why not; then nothing has changed
   */
  public Optional<CardError> act(
      Authorization authorization, CardAction action, long amount, LocalDateTime now) {
    var error = error(authorization, action, amount, now);
    if (error.isEmpty()) {
      switch (action) {
        case C -> authorization.askCapture(++serials, now);
        case R -> authorization.refund(++serials, amount, now);
        case E -> authorization.takeCaptureBack(now);
        case N -> authorization.abandon(now);
      }
      plan(authorization);
    }
    return error;
  }

  private Optional<CardError> error(
      Authorization authorization, CardAction action, long amount, LocalDateTime now) {
    var charge = authorization.charge();
    if (isQuiet(charge.merchantId(), now)) {
      return Optional.of(CardError.QUIET_WINDOW);
    }
    return switch (action) {
      case R -> refundError(authorization, amount);
      case C -> {
        var late = authorization.isTooLateToCapture(now);
        var error = wholeError(authorization, amount, Set.of(CardState.AUTHORIZED));
        yield error.isEmpty() && late ? Optional.of(CardError.OVER_DAY) : error;
      }
      case E ->
          charge.unionPay() || authorization.refunded() > 0
              ? Optional.of(CardError.STATE)
              : wholeError(authorization, amount, Set.of(CardState.TO_BE_CAPTURED));
      case N ->
          wholeError(
              authorization, amount, Set.of(CardState.AUTHORIZED, CardState.OPERATION_CANCELLED));
    };
  }

  private static Optional<CardError> wholeError(
      Authorization authorization, long amount, Set<CardState> allowed) {
    if (!allowed.contains(authorization.state())) {
      return Optional.of(CardError.STATE);
    }
    return amount == authorization.charge().amount()
        ? Optional.empty()
        : Optional.of(CardError.AMOUNT);
  }

  /** While the capture is only asked for, a part may go back, but not everything. */
  private Optional<CardError> refundError(Authorization authorization, long amount) {
    var charge = authorization.charge();
    var left = charge.amount() - authorization.refunded();
    var most =
        switch (authorization.state()) {
          case CAPTURED -> left;
          case TO_BE_CAPTURED -> left - 1;
          case AUTHORIZED,
              UNAUTHORIZED,
              CANCELED,
              REFUSED_BY_BANK,
              SETTLING,
              TO_BE_CANCELED,
              CANCELLATION_IN_PROCESS,
              OPERATION_CANCELLED ->
              0;
        };
    if (amount < 1 || amount > most || (charge.onlyAsAWhole() && amount != charge.amount())) {
      return Optional.of(CardError.AMOUNT);
    }
    return withoutBalance.contains(charge.merchantId())
        ? Optional.of(CardError.BALANCE)
        : Optional.empty();
  }

  private boolean isQuiet(String merchantId, LocalDateTime now) {
    var time = now.toLocalTime();
    return isCapturedAutomatically(merchantId)
        && !time.isBefore(Authorization.DAILY_RUN)
        && !time.isAfter(QUIET_UNTIL);
  }

  /** Puts an authorization into any state, to see what a shop makes of it. */
  public void force(Authorization authorization, CardState state, LocalDateTime now) {
    authorization.turn(state, now);
    plan(authorization);
  }

  /** Whether the daily run asks for this merchant's captures; so it is until it is turned off. */
  public boolean isCapturedAutomatically(String merchantId) {
    return !capturedByHand.contains(merchantId);
  }

  public void captureAutomatically(String merchantId, boolean wanted) {
    mark(capturedByHand, merchantId, !wanted);
  }

  /** Whether the merchant's account covers refunds; so it is until it is emptied. */
  public boolean coversRefunds(String merchantId) {
    return !withoutBalance.contains(merchantId);
  }

  public void coverRefunds(String merchantId, boolean wanted) {
    mark(withoutBalance, merchantId, !wanted);
  }

  private static void mark(Set<String> marked, String merchantId, boolean wanted) {
    if (!wanted) {
      marked.remove(merchantId);
    } else if (marked.size() < CAPACITY) {
      marked.add(merchantId);
    }
  }

  /** The authorization behind ECPay's number. */
  public Optional<Authorization> ofTrade(String merchantId, String tradeNo) {
    return Optional.ofNullable(byTradeNo.get(new Key(merchantId, tradeNo)));
  }

  /** The first authorization of a MerchantTradeNo; the later ones of a contract have TradeNos. */
  public Optional<Authorization> ofOrder(String merchantId, String merchantTradeNo) {
    return Optional.ofNullable(byOrder.get(new Key(merchantId, merchantTradeNo)));
  }

  /** The authorization with this id, whoever's it is. */
  public Optional<Authorization> withGwsr(long gwsr) {
    return Optional.ofNullable(byGwsr.get(gwsr));
  }

  public Collection<Authorization> all() {
    return Collections.unmodifiableCollection(byTradeNo.values());
  }
}
