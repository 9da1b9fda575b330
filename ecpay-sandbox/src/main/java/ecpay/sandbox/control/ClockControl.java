package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Router;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code /sandbox/clock}: reads and moves the clock. */
final class ClockControl {
  private static final long TEN_YEARS = 10L * 366 * 86_400;

  private final SandboxClock clock;
  private final Ledger ledger;

  ClockControl(SandboxClock clock, Ledger ledger) {
    this.clock = clock;
    this.ledger = ledger;
  }

  void open(Router router) {
    router.on("GET", "/sandbox/clock", Query.handler(this::state));
    router.on("POST", "/sandbox/clock", Body.handler(List.of("now", "advanceSeconds"), this::move));
  }

  private ObjectNode move(Body body) {
    body.text("now").ifPresent(now -> clock.set(instant(now)));
    var seconds = body.whole("advanceSeconds", 0);
    if (Math.abs(seconds) > TEN_YEARS) {
      throw new IllegalArgumentException("advanceSeconds is more than ten years");
    }
    clock.advance(Duration.ofSeconds(seconds));
    // What has run out by now stays so, even when the clock is moved back afterwards.
    return ledger.act(this::state);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("now must look like 2026-11-21T12:00:00Z", e);
    }
  }

  private ObjectNode state() {
    return Json.object()
        .put("now", clock.instant().toString())
        .put("taipei", clock.now().toString());
  }
}
