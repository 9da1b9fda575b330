package ecpay.domain.reconciliation;

import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PaymentId;
import java.math.BigDecimal;
import java.util.Optional;

/** Where our books and a statement file do not agree. */
public sealed interface Difference {
  Subject about();

  /** What kind of difference it is, as reports count it. */
  Kind kind();

  /** What should be done about it. */
  Action action();

  /** What our books say, TWD; empty when they have nothing. */
  default Optional<BigDecimal> hereTwd() {
    return switch (this) {
      case MissingHere _ -> Optional.empty();
      case MissingThere missing -> Optional.of(BigDecimal.valueOf(missing.here));
      case AmountDiffers amount -> Optional.of(BigDecimal.valueOf(amount.here));
      case FeeDiffers fee -> Optional.of(fee.expected);
      case StatusDiffers status -> Optional.of(BigDecimal.valueOf(status.here));
    };
  }

  /** What the file says, TWD; empty when it has nothing. */
  default Optional<BigDecimal> thereTwd() {
    return switch (this) {
      case MissingHere missing -> Optional.of(BigDecimal.valueOf(missing.there));
      case MissingThere _ -> Optional.empty();
      case AmountDiffers amount -> Optional.of(BigDecimal.valueOf(amount.there));
      case FeeDiffers fee -> Optional.of(fee.billed);
      case StatusDiffers status -> Optional.of(BigDecimal.valueOf(status.there));
    };
  }

  /**
   * What it is about.
   *
   * @param tradeNo the merchant's order number as the file writes it
   * @param payment ours; empty when our books know none
   * @param line which line of the file: its identity and how many equal ones came before; empty
   *     when the file has none of the payment, {@link #REFUND} when it is about all refunds of the
   *     payment
   */
  record Subject(
      String tradeNo, Optional<PaymentId> payment, Optional<OrderId> order, String line) {
    /** Never a line's name, for these have bars in them. */
    public static final String REFUND = "refund";
  }

  /**
   * Money came there, and here is no payment, or one that is not paid.
   *
   * @param there TWD
   */
  record MissingHere(Subject about, long there) implements Difference {
    @Override
    public Kind kind() {
      return Kind.MISSING_HERE;
    }

    @Override
    public Action action() {
      return about.payment().isPresent() ? Action.ASK_ECPAY : Action.LOOK_AT_ECPAY;
    }
  }

  /**
   * It is paid or given back here, and the file does not tell of it.
   *
   * @param here TWD; negative for what was given back
   * @param mayFollow whether a later file may still tell of it
   */
  record MissingThere(Subject about, long here, boolean mayFollow) implements Difference {
    @Override
    public Kind kind() {
      return Kind.MISSING_THERE;
    }

    @Override
    public Action action() {
      return mayFollow ? Action.WAIT_FOR_NEXT_FILE : Action.LOOK_AT_ECPAY;
    }
  }

  /** Another amount was paid; TWD. */
  record AmountDiffers(Subject about, long here, long there) implements Difference {
    @Override
    public Kind kind() {
      return Kind.AMOUNT;
    }

    @Override
    public Action action() {
      return Action.LOOK_AT_ECPAY;
    }
  }

  /**
   * Another fee was billed than the payment said, or than the books have for it already.
   *
   * @param expected TWD with decimals; what is booked once something is
   * @param billed TWD with decimals
   */
  record FeeDiffers(Subject about, BigDecimal expected, BigDecimal billed) implements Difference {
    @Override
    public Kind kind() {
      return Kind.FEE;
    }

    @Override
    public Action action() {
      return Action.BOOK_FEE;
    }
  }

  /**
   * One side says that the money is there, the other that it is not, or not any more; TWD, negative
   * for what was given back.
   */
  record StatusDiffers(Subject about, Status status, long here, long there) implements Difference {
    @Override
    public Kind kind() {
      return Kind.STATUS;
    }

    @Override
    public Action action() {
      return status == Status.SECOND_PAYMENT ? Action.REFUND_SECOND_PAYMENT : Action.LOOK_AT_ECPAY;
    }
  }

  /** How the two sides differ about the money. */
  enum Status {
    /** More was given back there than here. */
    REFUNDED_THERE,
    UNPAID_THERE,
    FAILED_THERE,
    /** Both say paid, but the order was paid by another payment already (R-ORD-03). */
    SECOND_PAYMENT
  }

  /** The kinds of difference. */
  enum Kind {
    MISSING_HERE,
    MISSING_THERE,
    AMOUNT,
    FEE,
    STATUS
  }

  /** What can be done about a difference. */
  enum Action {
    ASK_ECPAY("ask ECPay about this payment again; what it answers is entered into the books"),
    BOOK_FEE("book the fee that was billed"),
    LOOK_AT_ECPAY("look the trade up in ECPay's back office, put it right, and note what it was"),
    REFUND_SECOND_PAYMENT(
        "the order was paid twice: give this payment back (R-ORD-03), and note how"),
    WAIT_FOR_NEXT_FILE("it may come with a later file: apply once that one has been compared");

    private final String advice;

    Action(String advice) {
      this.advice = advice;
    }

    /** For an operator. */
    public String advice() {
      return advice;
    }

    /** Whether a person does it and notes what was found. */
    public boolean isByHand() {
      return this == LOOK_AT_ECPAY || this == REFUND_SECOND_PAYMENT;
    }
  }
}
