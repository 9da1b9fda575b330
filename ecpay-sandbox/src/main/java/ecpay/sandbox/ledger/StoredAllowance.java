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
    EXPIRED
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

  /**
   * What an online allowance waits for.
   *
   * @param link the secret last part of the consent link
   * @param expiresAt the last moment to consent
   * @param returnUrl where the shop is told of the consent
   */
  public record Asked(String link, LocalDateTime expiresAt, String returnUrl) {}

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
    require();
    status = Status.ISSUED;
    issuedAt = now;
  }

  void expire() {
    require();
    status = Status.EXPIRED;
  }

  private void require() {
    if (status != Status.AWAITING_CONSENT) {
      throw new IllegalStateException("an allowance in state " + status + " does not wait");
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

  public Optional<LocalDateTime> issuedAt() {
    return Optional.ofNullable(issuedAt);
  }
}
