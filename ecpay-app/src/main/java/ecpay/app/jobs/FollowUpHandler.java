package ecpay.app.jobs;

import ecpay.domain.allowance.usecase.SettleAllowance;
import ecpay.domain.boundcard.usecase.ConfirmBinding;
import ecpay.domain.card.usecase.CapturePayment;
import ecpay.domain.card.usecase.WatchAuthorization;
import ecpay.domain.contract.usecase.WatchContract;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.usecase.RequestInvoice;
import ecpay.domain.invoice.usecase.WatchPeriod;
import ecpay.domain.invoice.usecase.settle.SettleInvoice;
import ecpay.domain.invoice.usecase.settle.WatchInvoice;
import ecpay.domain.notification.usecase.NotifyBuyer;
import ecpay.domain.payment.usecase.SettlePayment;
import ecpay.domain.reconciliation.usecase.ReadStatement;
import ecpay.domain.reconciliation.usecase.ReconcileDay;
import ecpay.domain.refund.usecase.WalkRefund;
import ecpay.domain.track.usecase.WatchTracks;

/** Which use case does which follow-up. */
public record FollowUpHandler(
    RequestInvoice requestInvoice,
    SettleInvoice settleInvoice,
    WatchInvoice watchInvoice,
    NotifyBuyer notifyBuyer,
    SettlePayment settlePayment,
    WatchContract watchContract,
    ConfirmBinding confirmBinding,
    SettleAllowance settleAllowance,
    WatchTracks watchTracks,
    WatchPeriod watchPeriod,
    ReconcileDay reconcileDay,
    ReadStatement readStatement,
    WalkRefund walkRefund,
    CapturePayment capturePayment,
    WatchAuthorization watchAuthorization) {

  Progress proceed(FollowUp followUp) {
    return switch (followUp) {
      case FollowUp.IssueInvoice issue -> requestInvoice.ofPaidOrder(issue);
      case FollowUp.SettleInvoice settle -> settleInvoice.proceed(settle);
      case FollowUp.WatchInvoice watch -> watchInvoice.proceed(watch);
      case FollowUp.NotifyBuyer notify -> notifyBuyer.proceed(notify);
      case FollowUp.SettlePayment settle -> settlePayment.proceed(settle);
      case FollowUp.WatchContract watch -> watchContract.proceed(watch);
      case FollowUp.SettleCard settle -> confirmBinding.proceed(settle);
      case FollowUp.SettleAllowance settle -> settleAllowance.proceed(settle);
      case FollowUp.WatchTracks watch -> watchTracks.proceed(watch);
      case FollowUp.WatchPeriod watch -> watchPeriod.proceed(watch);
      case FollowUp.ReconcileDay reconcile -> reconcileDay.proceed(reconcile);
      case FollowUp.ReadStatement read -> readStatement.proceed(read);
      case FollowUp.SettleRefunds settle -> walkRefund.proceed(settle);
      case FollowUp.CaptureCard capture -> capturePayment.proceed(capture);
      case FollowUp.WatchAuthorization watch -> watchAuthorization.proceed(watch);
    };
  }
}
