package ecpay.app.jobs;

import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PaymentId;

/**
 * A follow-up's name in the schedule.
 *
 * @param kind the task
 * @param instance merchant and subject, such as {@code shop/01J...}: a follow-up is there once
 */
record Job(Kind kind, String instance) {
  /** One task per kind of follow-up. */
  enum Kind {
    ISSUE_INVOICE("issue-invoice"),
    NOTIFY_BUYER("notify-buyer"),
    SETTLE_PAYMENT("settle-payment"),
    SETTLE_ALLOWANCE("settle-allowance");

    private final String task;

    Kind(String task) {
      this.task = task;
    }

    String task() {
      return task;
    }
  }

  static Job of(FollowUp followUp) {
    return switch (followUp) {
      case FollowUp.IssueInvoice(MerchantId merchant, OrderId order) ->
          new Job(Kind.ISSUE_INVOICE, merchant + "/" + order);
      case FollowUp.NotifyBuyer(MerchantId merchant, OrderId order) ->
          new Job(Kind.NOTIFY_BUYER, merchant + "/" + order);
      case FollowUp.SettlePayment(MerchantId merchant, PaymentId payment) ->
          new Job(Kind.SETTLE_PAYMENT, merchant + "/" + payment);
      case FollowUp.SettleAllowance(MerchantId merchant, AllowanceId allowance) ->
          new Job(Kind.SETTLE_ALLOWANCE, merchant + "/" + allowance);
    };
  }

  FollowUp followUp() {
    int slash = instance.indexOf('/');
    MerchantId merchant = new MerchantId(instance.substring(0, slash));
    String subject = instance.substring(slash + 1);
    return switch (kind) {
      case ISSUE_INVOICE -> new FollowUp.IssueInvoice(merchant, new OrderId(subject));
      case NOTIFY_BUYER -> new FollowUp.NotifyBuyer(merchant, new OrderId(subject));
      case SETTLE_PAYMENT -> new FollowUp.SettlePayment(merchant, new PaymentId(subject));
      case SETTLE_ALLOWANCE -> new FollowUp.SettleAllowance(merchant, new AllowanceId(subject));
    };
  }

  @Override
  public String toString() {
    return kind.task() + " " + instance;
  }
}
