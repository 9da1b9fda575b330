package ecpay.domain.journal;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Port: one row per call that may change something at ECPay, opened in the transaction that records
 * the intent and closed in the one that applies the answer. An open row after a crash tells what
 * was under way.
 */
public interface CallJournal {

  /** Opens a row and gives its number; a call about number tracks belongs to no order. */
  long open(MerchantId merchant, Optional<OrderId> order, Operation operation, Instant at);

  /** {@link #open} for the usual call, which belongs to an order. */
  default long open(MerchantId merchant, OrderId order, Operation operation, Instant at) {
    return open(merchant, Optional.of(order), operation, at);
  }

  /** Closes a row with what came of the call. */
  void close(long call, Answer<?> answer, Instant at);

  /** The calls of an order, oldest first. */
  List<Call> ofOrder(MerchantId merchant, OrderId order);

  /** ECPay's operations that change something, as ECPay names them. */
  enum Operation {
    GetTokenbyTrade,
    CreatePayment,
    CreditCardPeriodAction,
    GetTokenbyBindingCard,
    CreateBindCard,
    CreatePaymentWithCardID,
    DeleteMemberBindCard,
    DoAction,
    Issue,
    DelayIssue,
    EditDelayIssue,
    TriggerIssue,
    CancelDelayIssue,
    Invalid,
    VoidWithReIssue,
    InvoiceNotify,
    Allowance,
    AllowanceByCollegiate,
    AllowanceInvalid,
    AllowanceInvalidByCollegiate,
    AddInvoiceWordSetting,
    UpdateInvoiceWordStatus
  }

  /**
   * One call.
   *
   * @param outcome kind of the answer, such as {@code Accepted}; empty while open
   * @param detail code and message of the answer; empty where there is none
   */
  record Call(
      long id,
      Operation operation,
      Instant openedAt,
      Optional<Instant> closedAt,
      String outcome,
      String detail) {

    /** Whether ECPay said yes or no. */
    public boolean isAnswered() {
      return outcome.equals("Accepted") || outcome.equals("Refused");
    }

    /** Whether it ended without an answer, so that ECPay may have acted or not. */
    public boolean isUnknown() {
      return outcome.equals("Unknown");
    }
  }
}
