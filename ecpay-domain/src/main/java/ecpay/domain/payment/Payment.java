package ecpay.domain.payment;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OfOrder;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.TradeDetails;
import ecpay.domain.rule.IllegalMoveException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to pay an order, one type per state.
 *
 * <pre>
 * Opening -> Open -> Submitted -> AwaitingBuyer | AwaitingMoney -> Paid | Failed | Expired
 *         -> HandedOver (hosted)               -> AwaitingMoney -> ...
 * </pre>
 *
 * <p>Money is told only by a {@link PaymentReport}, which any state takes ({@link #after}). A move
 * that exists only from one state is a method of that state's type.
 */
public sealed interface Payment extends OfOrder {

  /**
   * How long a Token may be used, and how long a buyer may take for 3-D Secure (R-PAY-02, U-12).
   */
  Duration TOKEN_LIFE = Duration.ofMinutes(10);

  /** How long ECPay's hosted page is taken to be open; a later report of money still counts. */
  Duration PAGE_LIFE = Duration.ofHours(1);

  Attempt attempt();

  default PaymentId id() {
    return attempt().id();
  }

  @Override
  default MerchantId merchant() {
    return attempt().merchant();
  }

  @Override
  default OrderId order() {
    return attempt().order();
  }

  default MerchantTradeNo tradeNo() {
    return attempt().tradeNo();
  }

  /** A new attempt whose form is about to be opened. */
  static Opening begin(Attempt attempt) {
    return new Opening(attempt);
  }

  /** GetTokenbyTrade is on its way, or ECPay's page is about to be opened. */
  record Opening(Attempt attempt) implements Payment {
    /**
     * The form is there.
     *
     * @param at when its Token reached us
     * @param expiresAt when ECPay says that it expires; our ten minutes end with it at the latest
     */
    public Open opened(CheckoutToken token, Instant at, Instant expiresAt) {
      Instant ours = at.plus(TOKEN_LIFE);
      return new Open(attempt, token, expiresAt.isBefore(ours) ? expiresAt : ours);
    }

    /** The buyer's browser has the signed form that leads to ECPay's page (AioCheckOut). */
    public HandedOver handedOver(Instant at) {
      if (attempt.channel() != Channel.HOSTED) {
        throw new IllegalMoveException("R-PAY-01", "it is paid on our own page", "handing it over");
      }
      return new HandedOver(attempt, at);
    }

    /** A card that is known to ECPay is about to be charged, without a form. */
    public Submitted submit(Instant at) {
      return new Submitted(attempt, at);
    }

    /** No form could be opened; nothing was charged. */
    public Failed notOpened(PaymentFailure failure) {
      return new Failed(attempt, failure);
    }
  }

  /**
   * The buyer sees the form.
   *
   * @param usableUntil ten minutes after the Token was issued (R-PAY-02)
   */
  record Open(Attempt attempt, CheckoutToken token, Instant usableUntil) implements Payment {

    public boolean isUsableAt(Instant now) {
      return !now.isAfter(usableUntil);
    }

    /**
     * CreatePayment is about to leave; the one PayToken of this attempt is used up.
     *
     * @throws IllegalMoveException R-PAY-02 when the Token is too old
     */
    public Submitted submit(Instant at) {
      if (!isUsableAt(at)) {
        throw new IllegalMoveException("R-PAY-02", "its Token is older than 10 minutes", "paying");
      }
      return new Submitted(attempt, at);
    }
  }

  /** The buyer pays on ECPay's page, or never posted the form; only ECPay's reports tell. */
  record HandedOver(Attempt attempt, Instant since) implements Payment {
    /** When it is given up if ECPay has told nothing. */
    public Instant until() {
      return since.plus(
          attempt.methods().contains(PaymentMethod.BNPL)
              ? PaymentInstructions.Application.LIFE
              : PAGE_LIFE);
    }

    /** Whether who asks for that offer now, beside that attempt, is given this form once more. */
    public boolean isRepeatedBy(Offer offer, Optional<PaymentId> beside, Instant now) {
      return now.isBefore(since.plus(TOKEN_LIFE)) && attempt.isRepeatedBy(offer, beside);
    }
  }

  /** CreatePayment was sent, and how it ended is not known yet (R-PAY-13). */
  record Submitted(Attempt attempt, Instant at) implements Payment {

    /**
     * Takes ECPay's answer. A charge without 3-D Secure stays here until a report confirms it
     * (R-PAY-08).
     */
    public Payment answered(PaymentReply reply, Instant now) {
      return switch (reply) {
        case PaymentReply.BuyerMustConfirm(URI page) -> new AwaitingBuyer(attempt, page, now);
        case PaymentReply.CodeIssued(TradeDetails trade, PaymentInstructions instructions) ->
            new AwaitingMoney(attempt, trade, instructions);
        case PaymentReply.Charged(TradeDetails _) -> this;
      };
    }

    /** ECPay refused, or the call surely never left: nothing was charged. */
    public Failed refused(PaymentFailure failure) {
      return new Failed(attempt, failure);
    }
  }

  /** The buyer is on a page of the bank: 3-D Secure or UnionPay (R-PAY-03, R-PAY-04). */
  record AwaitingBuyer(Attempt attempt, URI page, Instant since) implements Payment {}

  /**
   * The buyer holds a code to pay with (R-PAY-06), or a lender examines the buyer's application
   * (R-PAY-07).
   *
   * @param trade what ECPay said with it
   */
  record AwaitingMoney(Attempt attempt, TradeDetails trade, PaymentInstructions instructions)
      implements Payment {}

  /**
   * The money is there. Nothing that ECPay says later changes that (R-PAY-10).
   *
   * @param code what it was paid with at a bank or a shop counter, if we knew it before
   */
  record Paid(Attempt attempt, TradeDetails trade, Optional<PaymentInstructions> code)
      implements Payment {
    public Paid(Attempt attempt, TradeDetails trade) {
      this(attempt, trade, Optional.empty());
    }

    /** When it was paid as ECPay tells it, or when the attempt began if ECPay does not. */
    public Instant paidAt() {
      return trade.paidAt().orElse(attempt.startedAt());
    }
  }

  /** Nothing was charged, as far as ECPay has said; a later report of money still counts. */
  record Failed(Attempt attempt, PaymentFailure failure) implements Payment {}

  /**
   * The time to pay is over (R-PAY-11); a later report of money still counts.
   *
   * @param code which the buyer held
   */
  record Expired(Attempt attempt, Instant at, Optional<PaymentInstructions> code)
      implements Payment {
    public Expired(Attempt attempt, Instant at) {
      this(attempt, at, Optional.empty());
    }
  }

  /** The code that the buyer holds, or held; or the application. */
  default Optional<PaymentInstructions> code() {
    return switch (this) {
      case AwaitingMoney waiting -> Optional.of(waiting.instructions());
      case Paid paid -> paid.code;
      case Expired expired -> expired.code;
      case Opening _, Open _, HandedOver _, Submitted _, AwaitingBuyer _, Failed _ ->
          Optional.empty();
    };
  }

  /** Whether this attempt may still turn into money by itself. */
  default boolean isLive() {
    return switch (this) {
      case Opening _, Open _, HandedOver _, Submitted _, AwaitingBuyer _, AwaitingMoney _ -> true;
      case Paid _, Failed _, Expired _ -> false;
    };
  }

  /**
   * Whether a second attempt beside this one could charge the buyer twice (R-ORD-03). One that
   * waits for the bank's page counts for ten minutes (U-12).
   */
  default boolean isUnderWayAt(Instant now) {
    return switch (this) {
      case Submitted _ -> true;
      case AwaitingBuyer waiting -> now.isBefore(waiting.since().plus(TOKEN_LIFE));
      case Opening _, Open _, HandedOver _, AwaitingMoney _, Paid _, Failed _, Expired _ -> false;
    };
  }

  /**
   * Closes an attempt that brought no money in time, after one final query (R-PAY-11). A closed one
   * stays as it is.
   */
  default Payment expire(Instant at) {
    return isLive() ? new Expired(attempt(), at, code()) : this;
  }

  /** What a report from ECPay, by callback or query, makes of this attempt. */
  default Reaction after(PaymentReport report) {
    return ReportPolicy.apply(this, report);
  }
}
