package ecpay.adapter.http.transport;

import ecpay.adapter.http.transport.Transport.Limits;
import ecpay.adapter.http.transport.Transport.Reply;
import ecpay.domain.journal.Silences;
import ecpay.domain.time.Taipei;
import ecpay.domain.transaction.BooksUnavailableException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one merchant's calls to one service must pass, or all that fetch files: so many at once, so
 * fast, none while ECPay is out of order, and none for 30 minutes after HTTP 403 (R-TRN-05).
 * Whatever stops a call here stops it before it leaves.
 */
final class Lane {
  static final Duration CLOSED_AFTER_403 = Duration.ofMinutes(30);

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  /** So far ahead the clock of another node may be at most. */
  private static final Duration OTHER_CLOCKS = Duration.ofMinutes(1);

  private static final int TOO_FAST = 403;
  private static final int SERVER_FAULT = 500;
  private static final Duration MOST_WAITING = Duration.ofSeconds(10);
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);
  private static final Duration BREAK = Duration.ofSeconds(15);

  private final String name;
  private final Silences silences;
  private final Clock clock;
  private final Bulkhead room;
  private final RateLimiter pace;
  private final Gap gap;
  private final CircuitBreaker breaker;
  private final AtomicReference<Instant> closedUntil = new AtomicReference<>(Instant.MIN);

  /**
   * @param name under which its silences are kept
   * @param gap what must lie between two calls besides; nobody waits for it
   */
  Lane(String name, Limits limits, Gap gap, Silences silences, Clock clock) {
    this.name = name;
    this.silences = silences;
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
      return whyClosed()
          .or(this::whyClosedForAll)
          .or(this::whyTooSoon)
          .orElseGet(() -> unlessBroken(call));
    } finally {
      room.onComplete();
    }
  }

  /** When the next call may leave; empty for now. */
  Optional<Instant> freeAt() {
    return closed()
        .or(() -> {
          learn();
          return closed();
        })
        .or(() -> gap.freeAt(clock.instant()));
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
    closedUntil.set(until);
    try {
      silences.keep(name, until);
    } catch (BooksUnavailableException unheard) {
      LOG.warn(
          "only this node knows that nothing of {} may leave before {}: {}",
          name,
          until,
          unheard.getMessage());
    }
    return closedReply(until);
  }

  /** Another node may have met HTTP 403, or this one before it was started anew. */
  private void learn() {
    silences.until(name).filter(this::isToCome).ifPresent(closedUntil::set);
  }

  private Optional<Reply> whyClosedForAll() {
    Instant asked = clock.instant();
    try {
      learn();
      // Whoever wrote the call down counts on it to leave soon, or not at all.
      return Duration.between(asked, clock.instant()).compareTo(LONGEST_LOOK) > 0
          ? Optional.of(
              new Reply.NotSent("asking the books whether ECPay wants calls took too long"))
          : whyClosed();
    } catch (BooksUnavailableException unknown) {
      return Optional.of(
          new Reply.NotSent("no word on whether ECPay wants calls: " + unknown.getMessage()));
    }
  }

  private Optional<Reply> whyClosed() {
    return closed().map(Lane::closedReply);
  }

  private Optional<Instant> closed() {
    return Optional.of(closedUntil.get()).filter(this::isToCome);
  }

  /** What would last longer was kept by a clock that has been put back since. */
  private boolean isToCome(Instant until) {
    Instant now = clock.instant();
    return now.isBefore(until) && until.isBefore(now.plus(CLOSED_AFTER_403).plus(OTHER_CLOCKS));
  }

  private static Reply closedReply(Instant until) {
    return new Reply.NotSent(
        "HTTP 403, called too fast: no call of this merchant leaves before " + inTaipei(until));
  }

  private static OffsetDateTime inTaipei(Instant time) {
    return time.atZone(Taipei.ZONE).truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime();
  }
}
