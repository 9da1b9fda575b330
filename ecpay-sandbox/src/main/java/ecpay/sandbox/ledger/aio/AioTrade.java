package ecpay.sandbox.ledger.aio;

import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.period.Contract;
import ecpay.sandbox.ledger.trade.Fees;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One MerchantTradeNo of the hosted checkout from its order to its end. Read and changed under the
 * ledger's lock only.
 */
public final class AioTrade {
  /** Where a trade stands. */
  public enum Status {
    /** The buyer has not chosen how to pay. */
    CREATED,
    /** The buyer is on the 3-D Secure page, or on that of a bank or wallet. */
    AUTHENTICATING,
    /** An account, code or barcode was given and waits for money. */
    AWAITING_PAYMENT,
    /** The bank has not answered yet. */
    PENDING,
    /** A BNPL application was received and waits for the lender. */
    APPLIED,
    PAID,
    FAILED,
    /** The lender said no to a BNPL application. */
    REFUSED
  }

  private final AioOrder order;
  private final String tradeNo;
  private final String pageId;
  private final LocalDateTime tradeDate;
  private Status status = Status.CREATED;
  private @Nullable AioChoice choice;
  private @Nullable LocalDateTime codeDate;
  private @Nullable LocalDateTime paymentDate;
  private @Nullable Authorization authorization;
  private @Nullable Contract contract;
  private int wrongCodes;
  private int paidCount;
  private int failureCode;

  public AioTrade(AioOrder order, String tradeNo, String pageId, LocalDateTime now) {
    this.order = order;
    this.tradeNo = tradeNo;
    this.pageId = pageId;
    this.tradeDate = now;
  }

  /** The buyer has chosen and goes on to authenticate, to a shop, or to the lender. */
  public void choose(AioChoice taken, Status next, LocalDateTime now) {
    require(Status.CREATED);
    choice = taken;
    codeDate = now;
    status = next;
  }

  /** Counts one wrong code and tells how many there were. */
  public int countWrongCode() {
    return ++wrongCodes;
  }

  public void pay(LocalDateTime now) {
    if (status != Status.AUTHENTICATING
        && status != Status.AWAITING_PAYMENT
        && status != Status.PENDING
        && status != Status.APPLIED) {
      throw new IllegalStateException("a trade in state " + status + " cannot be paid");
    }
    status = Status.PAID;
    paymentDate = now;
    paidCount++;
  }

  /** Keeps what the bank said of the card, yes or no. */
  public void authorized(Authorization answer) {
    authorization = answer;
  }

  /** Keeps the contract that began with this payment. */
  public void contracted(Contract begun) {
    contract = begun;
  }

  public void fail(int code) {
    require(Status.AUTHENTICATING);
    status = Status.FAILED;
    failureCode = code;
  }

  /** The lender refuses. */
  public void refuse(int code) {
    require(Status.APPLIED);
    status = Status.REFUSED;
    failureCode = code;
  }

  private void require(Status expected) {
    if (status != expected) {
      throw new IllegalStateException("a trade in state " + status + " cannot do this");
    }
  }

  public AioOrder order() {
    return order;
  }

  public String tradeNo() {
    return tradeNo;
  }

  /** The random id of the buyer's page. */
  public String pageId() {
    return pageId;
  }

  public LocalDateTime tradeDate() {
    return tradeDate;
  }

  public Status status() {
    return status;
  }

  public Optional<AioChoice> choice() {
    return Optional.ofNullable(choice);
  }

  public Optional<LocalDateTime> paymentDate() {
    return Optional.ofNullable(paymentDate);
  }

  /** What the bank holds of the card, once it was asked. */
  public Optional<Authorization> authorization() {
    return Optional.ofNullable(authorization);
  }

  /** The periodic contract that began with this payment. */
  public Optional<Contract> contract() {
    return Optional.ofNullable(contract);
  }

  /** What ECPay keeps for its service: 2.75 % of the amount, whatever the method. */
  public BigDecimal fee() {
    return Fees.of(order.amount());
  }

  /** How often this trade was paid: 0 or 1. */
  public int paidCount() {
    return paidCount;
  }

  /** RtnCode of a failure, 0 while there is none. */
  public int failureCode() {
    return failureCode;
  }

  /** What the buyer pays by at a bank or a shop, when the method gives such a thing. */
  public Optional<AioCode> code() {
    return choice().filter(c -> c.method().givesCode()).map(this::code);
  }

  private AioCode code(AioChoice taken) {
    var from = codeDate == null ? tradeDate : codeDate;
    var deadlines = order.deadlines();
    return AioCode.of(
        tradeNo,
        order.amount(),
        switch (taken.method()) {
          case ATM -> AioCode.endOfDay(from.plusDays(deadlines.atmDays()));
          case CVS -> from.plusMinutes(deadlines.cvsMinutes());
          case BARCODE, CREDIT, WEB_ATM, APPLE_PAY, TWQR, BNPL, WEIXIN, DIGITAL_PAYMENT ->
              from.plusDays(deadlines.barcodeDays());
        });
  }
}
