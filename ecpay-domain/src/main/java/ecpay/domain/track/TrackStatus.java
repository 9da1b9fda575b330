package ecpay.domain.track;

import java.util.Arrays;
import java.util.Optional;

/** ECPay's UseStatus of a track. Numbers are taken from tracks {@link #IN_USE} only (R-INV-28). */
public enum TrackStatus {
  /** Added and approved, but never enabled. */
  NOT_ENABLED(1),
  IN_USE(2),
  DISABLED(3),
  PAUSED(4),
  UNDER_REVIEW(5),
  REJECTED(6);

  private final int code;

  TrackStatus(int code) {
    this.code = code;
  }

  /** ECPay's number, 1 to 6. */
  public int code() {
    return code;
  }

  /** The status with ECPay's number, if there is one. */
  public static Optional<TrackStatus> ofCode(int code) {
    return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
  }
}
