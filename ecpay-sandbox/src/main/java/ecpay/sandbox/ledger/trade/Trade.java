package ecpay.sandbox.ledger.trade;

import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.period.Contract;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One MerchantTradeNo from its token to its end. Read and changed under the ledger's lock only. */
public final class Trade {
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
  private Status status = Status.TOKEN_GIVEN;
  private String tradeNo = "";
  private @Nullable PayChoice choice;
  private @Nullable LocalDateTime tradeDate;
  private @Nullable LocalDateTime paymentDate;
  private String pageId = "";
  private int wrongCodes;
  private int paidCount;
  private int failureCode;
  private @Nullable Authorization authorization;
  private @Nullable Contract contract;
  private long amount;

  public Trade(Terms terms, String token, Instant tokenExpiry) {
    this.terms = terms;
    this.token = token;
    this.tokenExpiry = tokenExpiry;
    this.amount = terms.amount();
  }

  /** CreatePayment has taken the choice; from here on queries know the trade. */
  public void begin(PayChoice taken, String number, LocalDateTime now, Status next) {
    require(Status.TOKEN_GIVEN);
    choice = taken;
    tradeNo = number;
    tradeDate = now;
    status = next;
  }

  /** The random id of the page on which the buyer authenticates. */
  public void showOn(String page) {
    pageId = page;
  }

  /** Counts one wrong code and tells how many there were. */
  public int countWrongCode() {
    return ++wrongCodes;
  }

  public void pay(LocalDateTime now) {
    if (status != Status.AUTHENTICATING && status != Status.AWAITING_PAYMENT) {
      throw new IllegalStateException("a trade in state " + status + " cannot be paid");
    }
    status = Status.PAID;
    paymentDate = now;
    paidCount++;
  }

  public void fail(int code) {
    require(Status.AUTHENTICATING);
    status = Status.FAILED;
    failureCode = code;
  }

  /** The bank has said yes or no to the card. */
  public void authorized(Authorization answer) {
    authorization = answer;
  }

  /** The first charge was the beginning of a contract. */
  public void under(Contract begun) {
    contract = begun;
  }

  /** Apple Pay with a delayed amount: what CreatePayment says is what is paid. */
  public void fix(long finalAmount) {
    require(Status.TOKEN_GIVEN);
    amount = finalAmount;
  }

  private void require(Status expected) {
    if (status != expected) {
      throw new IllegalStateException("a trade in state " + status + " cannot do this");
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

  public String tradeNo() {
    return tradeNo;
  }

  public Optional<PayChoice> choice() {
    return Optional.ofNullable(choice);
  }

  public Optional<LocalDateTime> tradeDate() {
    return Optional.ofNullable(tradeDate);
  }

  public Optional<LocalDateTime> paymentDate() {
    return Optional.ofNullable(paymentDate);
  }

  /** What the bank holds of it; nothing before it answered, and nothing without a card. */
  public Optional<Authorization> authorization() {
    return Optional.ofNullable(authorization);
  }

  /** The contract that it began, if any. */
  public Optional<Contract> contract() {
    return Optional.ofNullable(contract);
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

  /** How often this trade was paid: 0 or 1. */
  public int paidCount() {
    return paidCount;
  }

  /** RtnCode of a failure, 0 while there is none. */
  public int failureCode() {
    return failureCode;
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
