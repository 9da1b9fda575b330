package ecpay.sandbox.stock;

import java.util.Optional;

/** Numbers that a merchant has put to use. Read and changed under the ledger's lock only. */
public final class Track {
  /** Where a track stands; the codes are those of UseStatus (invoice-b2c.md section 9). */
  public enum Status {
    NOT_ENABLED(1),
    IN_USE(2),
    DISABLED(3),
    PAUSED(4);

    private final int code;

    Status(int code) {
      this.code = code;
    }

    /** UseStatus. */
    public int code() {
      return code;
    }
  }

  private final String id;
  private final Allotment range;
  private final String productServiceId;
  private Status status = Status.NOT_ENABLED;
  private long next;

  Track(String id, Allotment range, String productServiceId) {
    this.id = id;
    this.range = range;
    this.productServiceId = productServiceId;
    this.next = range.first();
  }

  /** TrackID, ten digits. */
  public String id() {
    return id;
  }

  public Allotment range() {
    return range;
  }

  public String productServiceId() {
    return productServiceId;
  }

  public Status status() {
    return status;
  }

  public void status(Status changed) {
    status = changed;
  }

  /** How many numbers were not drawn yet. */
  public long remaining() {
    return range.last() - next + 1;
  }

  /** The last number that was drawn, eight digits. */
  public Optional<String> lastUsed() {
    return next == range.first() ? Optional.empty() : Optional.of(Allotment.digits(next - 1));
  }

  /** Draws the next number, with its letters. */
  String draw() {
    if (remaining() == 0) {
      throw new IllegalStateException("the track is exhausted");
    }
    return range.header() + Allotment.digits(next++);
  }
}
