package ecpay.sandbox.ledger.aio;

import ecpay.sandbox.ledger.trade.Course;
import ecpay.sandbox.ledger.trade.Fees;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One MerchantTradeNo of the hosted checkout from its order to its end. Read and changed under the
 * ledger's lock only.
 */
public final class AioTrade extends Course<AioTrade.Status> {
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

  private static final Set<Status> PAYABLE =
      Set.of(Status.AUTHENTICATING, Status.AWAITING_PAYMENT, Status.PENDING, Status.APPLIED);

  private final AioOrder order;
  private final String tradeNo;
  private final String pageId;
  private final LocalDateTime tradeDate;
  private @Nullable AioChoice choice;
  private @Nullable LocalDateTime codeDate;

  public AioTrade(AioOrder order, String tradeNo, String pageId, LocalDateTime now) {
    super(Status.CREATED);
    this.order = order;
    this.tradeNo = tradeNo;
    this.pageId = pageId;
    this.tradeDate = now;
  }

  /** The buyer has chosen and goes on to authenticate, to a shop, or to the lender. */
  public void choose(AioChoice taken, Status next, LocalDateTime now) {
    move(Set.of(Status.CREATED), next);
    choice = taken;
    codeDate = now;
  }

  public void pay(LocalDateTime now) {
    pay(PAYABLE, Status.PAID, now);
  }

  public void fail(int code) {
    fail(Set.of(Status.AUTHENTICATING), Status.FAILED, code);
  }

  /** The lender refuses. */
  public void refuse(int code) {
    fail(Set.of(Status.APPLIED), Status.REFUSED, code);
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

  public Optional<AioChoice> choice() {
    return Optional.ofNullable(choice);
  }

  /** What ECPay keeps for its service: 2.75 % of the amount, whatever the method. */
  public BigDecimal fee() {
    return Fees.of(order.amount());
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
