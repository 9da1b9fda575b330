package ecpay.sandbox.ledger;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that is issued later (invoice-b2c.md section 6). Read and changed under the ledger's
 * lock only.
 */
public final class DelayedInvoice {
  /** Where it stands. */
  public enum Status {
    /** DelayFlag 1: issued by itself when its moment comes. */
    WAITING_FOR_DAY,
    /** DelayFlag 2: never issued without TriggerIssue. */
    WAITING_FOR_TRIGGER,
    /** Triggered, and issued when its moment comes. */
    TRIGGERED,
    /** Its moment has come, but no number was left; issued as soon as there is one. */
    WAITING_FOR_NUMBER,
    ISSUED,
    CANCELLED
  }

  private final String merchantId;
  private final String tsr;
  private final int delayDays;
  private InvoiceDraft draft;
  private String notifyUrl;
  private Status status;
  private @Nullable LocalDateTime due;
  private @Nullable IssuedInvoice invoice;

  /**
   * A new one, which waits for its trigger until it is given its moment.
   *
   * @param tsr the merchant's unique name for it
   * @param delayDays days from the request or the trigger to the day of issue
   * @param notifyUrl where the shop is told, may be empty
   */
  public DelayedInvoice(
      String merchantId, String tsr, int delayDays, String notifyUrl, InvoiceDraft draft) {
    this.merchantId = merchantId;
    this.tsr = tsr;
    this.delayDays = delayDays;
    this.notifyUrl = notifyUrl;
    this.draft = draft;
    this.status = Status.WAITING_FOR_TRIGGER;
  }

  /** Says something else from now on. */
  public void edit(InvoiceDraft next, String nextNotifyUrl) {
    require(isOpen());
    draft = next;
    notifyUrl = nextNotifyUrl;
  }

  public void cancel() {
    require(isOpen());
    status = Status.CANCELLED;
  }

  void schedule(LocalDateTime moment, Status next) {
    require(status == Status.WAITING_FOR_TRIGGER);
    due = moment;
    status = next;
  }

  void starve() {
    require(isScheduled());
    status = Status.WAITING_FOR_NUMBER;
  }

  void issue(IssuedInvoice issued) {
    require(status != Status.ISSUED && status != Status.CANCELLED);
    invoice = issued;
    status = Status.ISSUED;
  }

  /** Whether it may still be edited or cancelled: neither triggered nor due. */
  public boolean isOpen() {
    return status == Status.WAITING_FOR_DAY || status == Status.WAITING_FOR_TRIGGER;
  }

  boolean isScheduled() {
    return status == Status.WAITING_FOR_DAY || status == Status.TRIGGERED;
  }

  private void require(boolean allowed) {
    if (!allowed) {
      throw new IllegalStateException("a delayed invoice in state " + status + " cannot do this");
    }
  }

  public String merchantId() {
    return merchantId;
  }

  public String tsr() {
    return tsr;
  }

  public int delayDays() {
    return delayDays;
  }

  public InvoiceDraft draft() {
    return draft;
  }

  public String notifyUrl() {
    return notifyUrl;
  }

  public Status status() {
    return status;
  }

  /** The moment of issue in Taipei; nothing while it waits for its trigger. */
  public Optional<LocalDateTime> due() {
    return Optional.ofNullable(due);
  }

  /** The invoice as it was issued. */
  public Optional<IssuedInvoice> invoice() {
    return Optional.ofNullable(invoice);
  }
}
