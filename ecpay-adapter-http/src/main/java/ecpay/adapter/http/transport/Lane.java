package ecpay.adapter.http.transport;

import ecpay.adapter.http.transport.Transport.Limits;
import ecpay.adapter.http.transport.Transport.Reply;
import ecpay.domain.time.Taipei;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What one merchant's calls to one service must pass, or all that fetch files: so many at once, so
 * fast, none while ECPay is out of order, and none for 30 minutes after HTTP 403 (R-TRN-05).
 * Whatever stops a call here stops it before it leaves.
 */
final class Lane {
  static final Duration CLOSED_AFTER_403 = Duration.ofMinutes(30);

  private static final int TOO_FAST = 403;
  private static final int SERVER_FAULT = 500;
  private static final Duration MOST_WAITING = Duration.ofSeconds(10);
  private static final Duration BREAK = Duration.ofSeconds(15);

  private final Clock clock;
  private final Bulkhead room;
  private final RateLimiter pace;
  private final Gap gap;
  private final CircuitBreaker breaker;
  private final AtomicReference<Instant> closedUntil = new AtomicReference<>(Instant.MIN);

  /**
   * @param gap what must lie between two calls besides; nobody waits for it
   */
  Lane(String name, Limits limits, Gap gap, Clock clock) {
    this.clock = clock;
    this.gap = gap;
    room =
        Bulkhead.of(
            name,
            BulkheadConfig.custom()
                .maxConcurrentCalls(limits.concurrency())
                .maxWaitDuration(MOST_WAITING)
                .build());
    pace =
        RateLimiter.of(
            name,
            RateLimiterConfig.custom()
                .limitForPeriod(1)
                .limitRefreshPeriod(limits.spacing().plusNanos(1))
                .timeoutDuration(MOST_WAITING)
                .build());
    breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(BREAK)
                .permittedNumberOfCallsInHalfOpenState(2)
                .build());
  }

  Reply pass(Supplier<Reply> call) {
    Optional<Reply> closed = whyClosed();
    if (closed.isPresent()) {
      return closed.get();
    }
    if (!room.tryAcquirePermission()) {
      return new Reply.NotSent("too many calls of this merchant are under way");
    }
    try {
      if (!pace.acquirePermission()) {
        return new Reply.NotSent("too many calls of this merchant are waiting");
      }
      // Asked again, because another call may have met HTTP 403 while this one waited.
      return whyClosed().or(this::whyTooSoon).orElseGet(() -> unlessBroken(call));
    } finally {
      room.onComplete();
    }
  }

  /** When the next call may leave; empty for now. */
  Optional<Instant> freeAt() {
    Instant now = clock.instant();
    return Optional.of(closedUntil.get()).filter(now::isBefore).or(() -> gap.freeAt(now));
  }

  private Optional<Reply> whyTooSoon() {
    return gap.take(clock.instant())
        .map(free -> new Reply.NotSent("too soon after the last: not before " + inTaipei(free)));
  }

  private Reply unlessBroken(Supplier<Reply> call) {
    if (!breaker.tryAcquirePermission()) {
      return new Reply.NotSent(
          "ECPay failed again and again: no call leaves for " + BREAK.toSeconds() + " s");
    }
    long start = System.nanoTime();
    boolean counted = false;
    try {
      Reply reply = call.get();
      counted = count(reply, System.nanoTime() - start);
      return reply instanceof Reply.Answered(int status, String _) && status == TOO_FAST
          ? close()
          : reply;
    } finally {
      if (!counted) {
        breaker.releasePermission();
      }
    }
  }

  /** A lost answer says nothing about whether ECPay is in order, so it does not count. */
  private boolean count(Reply reply, long nanos) {
    switch (reply) {
      case Reply.Lost _ -> {
        return false;
      }
      case Reply.NotSent(String reason) -> fault(nanos, reason);
      case Reply.Answered(int status, String _) when status >= SERVER_FAULT ->
          fault(nanos, "HTTP " + status);
      case Reply.Answered _ -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }
    return true;
  }

  private void fault(long nanos, String reason) {
    breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException(reason));
  }

  private Reply close() {
    Instant until = clock.instant().plus(CLOSED_AFTER_403);
    closedUntil.accumulateAndGet(until, (a, b) -> a.isAfter(b) ? a : b);
    return closedReply(until);
  }

  private Optional<Reply> whyClosed() {
    Instant until = closedUntil.get();
    return clock.instant().isBefore(until) ? Optional.of(closedReply(until)) : Optional.empty();
  }

  private static Reply closedReply(Instant until) {
    return new Reply.NotSent(
        "HTTP 403, called too fast: no call of this merchant leaves before " + inTaipei(until));
  }

  private static OffsetDateTime inTaipei(Instant time) {
    return time.atZone(Taipei.ZONE).truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime();
  }
}
