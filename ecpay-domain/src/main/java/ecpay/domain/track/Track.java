package ecpay.domain.track;

import static ecpay.domain.rule.Violations.demand;

import ecpay.domain.invoice.document.InvoiceType;
import java.util.Optional;

/**
 * A range of numbers that was added to ECPay, as ECPay's books show it.
 *
 * @param lastUsed the number that was used last, 8 digits of the range; empty while none was
 */
public record Track(
    TrackId id,
    Term term,
    InvoiceType type,
    TrackRange range,
    Optional<String> lastUsed,
    TrackStatus status) {

  public Track {
    demand(
        lastUsed.stream().allMatch(range::has),
        "R-INV-29",
        "lastUsed",
        "the number used last is one of the track's");
  }

  /** How many numbers were not used yet, whether or not the track is enabled. */
  public long remaining() {
    return lastUsed.map(range::after).orElseGet(range::size);
  }

  /** Whether ECPay takes numbers from it now. */
  public boolean isUsable() {
    return status == TrackStatus.IN_USE && remaining() > 0;
  }
}
