package ecpay.sandbox.ledger.member;

import ecpay.sandbox.ledger.trade.CardOutcome;
import ecpay.sandbox.merchant.Merchant;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One card on its way to being bound. Read and changed under the ledger's lock only. */
public final class Binding {
  /**
   * What GetTokenbyBindingCard agreed on.
   *
   * @param signer whose keys encrypt the result
   * @param amount whole TWD; named in the result, never charged
   * @param resultUrl where the browser takes the result to (CB-04)
   */
  public record Terms(
      Merchant signer,
      String merchantId,
      String platformId,
      String memberId,
      String merchantTradeNo,
      long amount,
      String resultUrl,
      String customField) {}

  /** Where it stands. */
  public enum Status {
    TOKEN_GIVEN,
    /** The buyer is on the 3-D Secure page. */
    AUTHENTICATING,
    BOUND,
    FAILED
  }

  private final Terms terms;
  private final String token;
  private final Instant tokenExpiry;
  private Status status = Status.TOKEN_GIVEN;
  private String card6 = "";
  private String card4 = "";
  private CardOutcome outcome = CardOutcome.APPROVED;
  private @Nullable LocalDateTime begunAt;
  private @Nullable BoundCard card;
  private String pageId = "";
  private int wrongCodes;
  private int failureCode;

  public Binding(Terms terms, String token, Instant tokenExpiry) {
    this.terms = terms;
    this.token = token;
    this.tokenExpiry = tokenExpiry;
  }

  /** The form was filled in; a later form replaces an earlier one. */
  public void fillIn(String first6, String last4, CardOutcome leadsTo) {
    card6 = first6;
    card4 = last4;
    outcome = leadsTo;
  }

  /** CreateBindCard has come; the page may be empty when there is nothing to prove. */
  public void begin(String page, LocalDateTime now) {
    require(Status.TOKEN_GIVEN);
    status = Status.AUTHENTICATING;
    pageId = page;
    begunAt = now;
  }

  public void bound(BoundCard bound) {
    require(Status.AUTHENTICATING);
    status = Status.BOUND;
    card = bound;
  }

  public void fail(int code) {
    require(Status.AUTHENTICATING);
    status = Status.FAILED;
    failureCode = code;
  }

  /** Counts one wrong code and tells how many there were. */
  public int countWrongCode() {
    return ++wrongCodes;
  }

  private void require(Status expected) {
    if (status != expected) {
      throw new IllegalStateException("a binding in state " + status + " cannot do this");
    }
  }

  public Terms terms() {
    return terms;
  }

  public String token() {
    return token;
  }

  /** Whether the token has run out at the given instant. */
  public boolean isExpired(Instant now) {
    return now.isAfter(tokenExpiry);
  }

  public Status status() {
    return status;
  }

  public String card6() {
    return card6;
  }

  public String card4() {
    return card4;
  }

  public CardOutcome outcome() {
    return outcome;
  }

  public Optional<LocalDateTime> begunAt() {
    return Optional.ofNullable(begunAt);
  }

  /** The bound card, once there is one. */
  public Optional<BoundCard> card() {
    return Optional.ofNullable(card);
  }

  public String pageId() {
    return pageId;
  }

  /** RtnCode of a failure, 0 while there is none. */
  public int failureCode() {
    return failureCode;
  }
}
