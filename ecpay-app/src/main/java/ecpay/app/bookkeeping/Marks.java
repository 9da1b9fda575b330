package ecpay.app.bookkeeping;

import ecpay.app.reading.Times;
import ecpay.domain.bookkeeping.Withdrawn;
import java.time.Instant;
import java.util.Optional;

/** What lines about any document show alike. */
final class Marks {
  private Marks() {}

  static String state(Optional<Withdrawn> voided) {
    return voided.isPresent() ? "作廢 void" : "開立 issued";
  }

  /** Such as {@code 2026-11-21 12:34:56} in Taipei; empty if it has not happened. */
  static String time(Optional<Instant> time) {
    return time.map(Times::clock).orElse("");
  }
}
