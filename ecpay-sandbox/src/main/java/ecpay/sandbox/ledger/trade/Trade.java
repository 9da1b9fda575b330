package ecpay.sandbox.ledger.trade;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One MerchantTradeNo from its token to its end. Read and changed under the ledger's lock only. */
public final class Trade extends Course<Trade.Status> {
  /** Where a trade stands. */
  public enum Status {
    /** A token was given; nobody has paid with it yet, and queries do not know the trade. */
    TOKEN_GIVEN,
    /** The buyer is on the 3-D Secure or UnionPay page. */
    AUTHENTICATING,
    /** An account, code or barcode was given and waits for money. */
    AWAITING_PAYMENT,
    PAID,
    FAILED
  }

  private final Terms terms;
  private final String token;
  private final Instant tokenExpiry;
  private String tradeNo = "";
  private @Nullable PayChoice choice;
  private @Nullable LocalDateTime tradeDate;
  private String pageId = "";
  private long amount;

  public Trade(Terms terms, String token, Instant tokenExpiry) {
    super(Status.TOKEN_GIVEN);
    this.terms = terms;
    this.token = token;
    this.tokenExpiry = tokenExpiry;
    this.amount = terms.amount();
  }

  /** CreatePayment has taken the choice; from here on queries know the trade. */
  public void begin(PayChoice taken, String number, LocalDateTime now, Status next) {
    move(Set.of(Status.TOKEN_GIVEN), next);
    choice = taken;
    tradeNo = number;
    tradeDate = now;
  }

  /** The random id of the page on which the buyer authenticates. */
  public void showOn(String page) {
    pageId = page;
  }

  public void pay(LocalDateTime now) {
    pay(Set.of(Status.AUTHENTICATING, Status.AWAITING_PAYMENT), Status.PAID, now);
  }

  public void fail(int code) {
    fail(Set.of(Status.AUTHENTICATING), Status.FAILED, code);
  }

  /** Apple Pay with a delayed amount: what CreatePayment says is what is paid. */
  public void fix(long finalAmount) {
    require(Set.of(Status.TOKEN_GIVEN));
    amount = finalAmount;
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

  public String tradeNo() {
    return tradeNo;
  }

  public Optional<PayChoice> choice() {
    return Optional.ofNullable(choice);
  }

  public Optional<LocalDateTime> tradeDate() {
    return Optional.ofNullable(tradeDate);
  }

  /** What is to be paid, whole TWD. */
  public long amount() {
    return amount;
  }

  public boolean isByCard() {
    return choice().filter(c -> !c.method().isCode()).isPresent();
  }

  public String pageId() {
    return pageId;
  }

  /** The browser return that belongs to the chosen method, empty when there is none. */
  public String resultUrl() {
    if (choice == null) {
      return "";
    }
    return switch (choice.method()) {
      case CARD, INSTALMENT, FLEXIBLE, PERIODIC, APPLE_PAY -> terms.cards().resultUrl();
      case UNIONPAY -> terms.cards().unionPayResultUrl();
      case ATM, CVS, BARCODE -> "";
    };
  }
}
