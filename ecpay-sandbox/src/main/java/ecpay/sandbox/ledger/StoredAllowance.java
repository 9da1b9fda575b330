package ecpay.sandbox.ledger;

import com.fasterxml.jackson.databind.JsonNode;
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
  private final SentData sent;
  private final Optional<Asked> asked;
  private Status status;
  private @Nullable Issued issued;
  private @Nullable Voiding voiding;

  /**
   * What an online allowance waits for.
   *
   * @param link the secret last part of the consent link
   * @param expiresAt the last moment to consent
   * @param returnUrl where the shop is told of the consent
   */
  public record Asked(String link, LocalDateTime expiresAt, String returnUrl) {}

  /** When it came to be, and its way to the tax authority. */
  public record Issued(LocalDateTime at, Upload upload) {}

  /**
   * The end of an issued allowance.
   *
   * @param upload the void's own way to the tax authority
   */
  public record Voiding(LocalDateTime at, String reason, Upload upload) {}

  private StoredAllowance(
      Merchant signer,
      String number,
      IssuedInvoice invoice,
      long amount,
      LocalDateTime requestedAt,
      SentData sent,
      Optional<Asked> asked) {
    this.signer = signer;
    this.number = number;
    this.invoice = invoice;
    this.amount = amount;
    this.requestedAt = requestedAt;
    this.sent = sent;
    this.asked = asked;
    this.status = asked.isPresent() ? Status.AWAITING_CONSENT : Status.ISSUED;
  }

  /** A paper allowance is issued at once, and uploaded by the given way. */
  public static StoredAllowance onPaper(
      Merchant signer,
      String number,
      IssuedInvoice invoice,
      long amount,
      LocalDateTime now,
      SentData sent,
      Upload upload) {
    var allowance =
        new StoredAllowance(signer, number, invoice, amount, now, sent, Optional.empty());
    allowance.issued = new Issued(now, upload);
    return allowance;
  }

  /** An online allowance waits for the buyer. */
  public static StoredAllowance online(
      Merchant signer,
      String number,
      IssuedInvoice invoice,
      long amount,
      LocalDateTime now,
      SentData sent,
      Asked asked) {
    return new StoredAllowance(signer, number, invoice, amount, now, sent, Optional.of(asked));
  }

  /** The buyer consents; only a waiting request can be issued. */
  public void issue(LocalDateTime now, Upload upload) {
    require(Status.AWAITING_CONSENT);
    status = Status.ISSUED;
    issued = new Issued(now, upload);
  }

  void expire() {
    require(Status.AWAITING_CONSENT);
    status = Status.EXPIRED;
  }

  /** The merchant takes the request back; only a waiting one can be cancelled (R-ALW-24). */
  public void cancel() {
    require(Status.AWAITING_CONSENT);
    status = Status.CANCELLED;
  }

  /** The merchant voids the allowance; only an issued one can be voided (R-ALW-25). */
  public void voidIt(Voiding end) {
    require(Status.ISSUED);
    status = Status.VOID;
    voiding = end;
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

  /** The Items of the Data it was asked with. */
  public JsonNode items() {
    return sent.items();
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

  /** Nothing before the buyer's consent. It stays when the allowance is voided. */
  public Optional<Issued> issued() {
    return Optional.ofNullable(issued);
  }

  /** Nothing while it is not void. */
  public Optional<Voiding> voiding() {
    return Optional.ofNullable(voiding);
  }

  /** A field of the Data it was asked with, empty when it was not sent. */
  public String sent(String field) {
    return sent.text(field);
  }
}
