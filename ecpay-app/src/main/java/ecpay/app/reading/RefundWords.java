package ecpay.app.reading;

import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.StepState;

/** The words for refunds, in the API and on the console alike. */
public final class RefundWords {
  private RefundWords() {}

  /** {@code by_hand} while a person is to pay it back. */
  public static String state(Refund refund) {
    return switch (refund.status()) {
      case Refund.Status.UnderWay _ -> refund.byHand().isPresent() ? "by_hand" : "under_way";
      case Refund.Status.Stopped _ -> "stopped";
      case Refund.Status.Cancelling _ -> "cancelling";
      case Refund.Status.Cancelled _ -> "cancelled";
      case Refund.Status.Done _ -> "done";
    };
  }

  public static String state(StepState state) {
    return switch (state) {
      case StepState.Due _ -> "due";
      case StepState.Waiting _ -> "waiting";
      case StepState.Sent _ -> "sent";
      case StepState.Lost _ -> "in_doubt";
      case StepState.Done _ -> "done";
      case StepState.Failed _ -> "failed";
    };
  }

  public static String step(RefundAct act) {
    return switch (act) {
      case RefundAct.Abandon _ -> "abandon";
      case RefundAct.CancelCapture _ -> "cancel_capture";
      case RefundAct.RefundCard _ -> "refund_card";
      case RefundAct.PayByHand _ -> "pay_by_hand";
      case RefundAct.VoidInvoice _ -> "void_invoice";
      case RefundAct.IssueAllowance _ -> "issue_allowance";
      case RefundAct.CancelScheduledInvoice _ -> "cancel_scheduled_invoice";
      case RefundAct.Withhold _ -> "withhold";
    };
  }
}
