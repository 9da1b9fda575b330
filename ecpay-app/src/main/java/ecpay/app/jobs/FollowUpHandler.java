package ecpay.app.jobs;

import ecpay.domain.allowance.usecase.SettleAllowance;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.usecase.IssueInvoice;
import ecpay.domain.notification.usecase.NotifyBuyer;
import ecpay.domain.payment.usecase.SettlePayment;

/** Which use case does which follow-up. */
public record FollowUpHandler(
    IssueInvoice issueInvoice,
    NotifyBuyer notifyBuyer,
    SettlePayment settlePayment,
    SettleAllowance settleAllowance) {

  Progress proceed(FollowUp followUp) {
    return switch (followUp) {
      case FollowUp.IssueInvoice issue -> issueInvoice.proceed(issue);
      case FollowUp.NotifyBuyer notify -> notifyBuyer.proceed(notify);
      case FollowUp.SettlePayment settle -> settlePayment.proceed(settle);
      case FollowUp.SettleAllowance settle -> settleAllowance.proceed(settle);
    };
  }
}
