package ecpay.sandbox.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.merchant.Merchant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An allowance, or the request for one. Read and changed under the ledger's lock only. */
public final class StoredAllowance {
  /** Where an allowance stands. */
  public enum Status {
    /** The buyer has a link and has not confirmed; the amount is already taken. */
    AWAITING_CONSENT,
    ISSUED,
    /** 72 hours passed without consent; the amount is given back (R-ALW-04). */
    EXPIRED,
    /** Cancelled before the buyer consented; the amount is given back. */
    CANCELLED,
    /** Voided after it was issued; the amount is given back. */
    VOID
  }

  private final Merchant signer;
  private final String number;
  private final IssuedInvoice invoice;
  private final long amount;
  private final LocalDateTime requestedAt;
  private final ObjectNode request;
  private final Optional<Asked> asked;
  private Status status;
  private @Nullable LocalDateTime issuedAt;
  private @Nullable End end;

  /**
   * What an online allowance waits for.
   *
   * @param link the secret last part of the consent link
   * @param expiresAt the last moment to consent
   * @param returnUrl where the shop is told of the consent
   */
  public record Asked(String link, LocalDateTime expiresAt, String returnUrl) {}

  /** When and why an allowance was cancelled or voided. */
  public record End(LocalDateTime at, String reason) {}

  private StoredAllowance(
      Merchant signer,
      String number,
      IssuedInvoice invoice,
      long amount,
      LocalDateTime requestedAt,
      ObjectNode request,
      Optional<Asked> asked) {
    this.signer = signer;
    this.number = number;
    this.invoice = invoice;
    this.amount = amount;
    this.requestedAt = requestedAt;
    this.request = request.deepCopy();
    this.asked = asked;
    this.status = asked.isPresent() ? Status.AWAITING_CONSENT : Status.ISSUED;
    this.issuedAt = asked.isPresent() ? null : requestedAt;
  }

  /** A paper allowance is issued at once. */
  public static StoredAllowance onPaper(
      Merchant signer,
      String number,
      IssuedInvoice invoice,
      long amount,
      LocalDateTime now,
      ObjectNode request) {
    return new StoredAllowance(signer, number, invoice, amount, now, request, Optional.empty());
  }

  /** An online allowance waits for the buyer. */
  public static StoredAllowance online(
      Merchant signer,
      String number,
      IssuedInvoice invoice,
      long amount,
      LocalDateTime now,
      ObjectNode request,
      Asked asked) {
    return new StoredAllowance(signer, number, invoice, amount, now, request, Optional.of(asked));
  }

  /** The buyer consents; only a waiting request can be issued. */
  public void issue(LocalDateTime now) {
    require(Status.AWAITING_CONSENT);
    status = Status.ISSUED;
    issuedAt = now;
  }

  void expire() {
    require(Status.AWAITING_CONSENT);
    status = Status.EXPIRED;
  }

  /** The merchant takes the request back; only a waiting one can be cancelled (R-ALW-24). */
  public void cancel(String reason, LocalDateTime now) {
    require(Status.AWAITING_CONSENT);
    status = Status.CANCELLED;
    end = new End(now, reason);
  }

  /** The merchant voids the allowance; only an issued one can be voided (R-ALW-25). */
  public void voidIt(String reason, LocalDateTime now) {
    require(Status.ISSUED);
    status = Status.VOID;
    end = new End(now, reason);
  }

  private void require(Status expected) {
    if (status != expected) {
      throw new IllegalStateException("an allowance in state " + status + " cannot do this");
    }
  }

  public Merchant signer() {
    return signer;
  }

  public String number() {
    return number;
  }

  public IssuedInvoice invoice() {
    return invoice;
  }

  public long amount() {
    return amount;
  }

  public LocalDateTime requestedAt() {
    return requestedAt;
  }

  public ObjectNode request() {
    return request;
  }

  public Optional<Asked> asked() {
    return asked;
  }

  public Status status() {
    return status;
  }

  /** Whether its amount is taken from the invoice: it is issued, or waits for consent. */
  public boolean isLive() {
    return status == Status.ISSUED || status == Status.AWAITING_CONSENT;
  }

  public Optional<LocalDateTime> issuedAt() {
    return Optional.ofNullable(issuedAt);
  }

  /** Its cancellation or void; nothing while there is none. */
  public Optional<End> end() {
    return Optional.ofNullable(end);
  }

  /** A field of the Data it was asked with, empty when it was not sent. */
  public String sent(String field) {
    return request.path(field).asText("");
  }
}
