package ecpay.app.jobs;

import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.reconciliation.ReportId;

/**
 * A follow-up's name in the schedule.
 *
 * @param kind the task
 * @param instance merchant and subject, such as {@code shop/01J...}, or the merchant alone: a
 *     follow-up is there once
 */
record Job(Kind kind, String instance) {
  /** One task per kind of follow-up. */
  enum Kind {
    ISSUE_INVOICE("issue-invoice"),
    SETTLE_INVOICE("settle-invoice"),
    WATCH_INVOICE("watch-invoice"),
    NOTIFY_BUYER("notify-buyer"),
    SETTLE_PAYMENT("settle-payment"),
    WATCH_CONTRACT("watch-contract"),
    SETTLE_CARD("settle-card"),
    SETTLE_ALLOWANCE("settle-allowance"),
    WATCH_TRACKS("watch-tracks"),
    WATCH_PERIOD("watch-period"),
    RECONCILE_DAY("reconcile-day"),
    READ_STATEMENT("read-statement"),
    SETTLE_REFUNDS("settle-refunds"),
    CAPTURE_CARD("capture-card"),
    WATCH_AUTHORIZATION("watch-authorization");

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
      case FollowUp.SettleInvoice(MerchantId merchant, InvoiceId invoice) ->
          new Job(Kind.SETTLE_INVOICE, merchant + "/" + invoice);
      case FollowUp.WatchInvoice(MerchantId merchant, InvoiceId invoice) ->
          new Job(Kind.WATCH_INVOICE, merchant + "/" + invoice);
      case FollowUp.NotifyBuyer(MerchantId merchant, OrderId order) ->
          new Job(Kind.NOTIFY_BUYER, merchant + "/" + order);
      case FollowUp.SettlePayment(MerchantId merchant, PaymentId payment) ->
          new Job(Kind.SETTLE_PAYMENT, merchant + "/" + payment);
      case FollowUp.WatchContract(MerchantId merchant, MerchantTradeNo contract) ->
          new Job(Kind.WATCH_CONTRACT, merchant + "/" + contract);
      case FollowUp.SettleCard(MerchantId merchant, CardId card) ->
          new Job(Kind.SETTLE_CARD, merchant + "/" + card);
      case FollowUp.SettleAllowance(MerchantId merchant, AllowanceId allowance) ->
          new Job(Kind.SETTLE_ALLOWANCE, merchant + "/" + allowance);
      case FollowUp.WatchTracks(MerchantId merchant) ->
          new Job(Kind.WATCH_TRACKS, merchant.value());
      case FollowUp.WatchPeriod(MerchantId merchant) ->
          new Job(Kind.WATCH_PERIOD, merchant.value());
      case FollowUp.ReconcileDay(MerchantId merchant) ->
          new Job(Kind.RECONCILE_DAY, merchant.value());
      case FollowUp.ReadStatement(MerchantId merchant, ReportId report) ->
          new Job(Kind.READ_STATEMENT, merchant + "/" + report);
      case FollowUp.SettleRefunds(MerchantId merchant, OrderId order) ->
          new Job(Kind.SETTLE_REFUNDS, merchant + "/" + order);
      case FollowUp.CaptureCard(MerchantId merchant, PaymentId payment) ->
          new Job(Kind.CAPTURE_CARD, merchant + "/" + payment);
      case FollowUp.WatchAuthorization(MerchantId merchant, PaymentId payment) ->
          new Job(Kind.WATCH_AUTHORIZATION, merchant + "/" + payment);
    };
  }

  FollowUp followUp() {
    String[] names = instance.split("/", 2);
    MerchantId merchant = new MerchantId(names[0]);
    return switch (kind) {
      case ISSUE_INVOICE -> new FollowUp.IssueInvoice(merchant, new OrderId(names[1]));
      case SETTLE_INVOICE -> new FollowUp.SettleInvoice(merchant, new InvoiceId(names[1]));
      case WATCH_INVOICE -> new FollowUp.WatchInvoice(merchant, new InvoiceId(names[1]));
      case NOTIFY_BUYER -> new FollowUp.NotifyBuyer(merchant, new OrderId(names[1]));
      case SETTLE_PAYMENT -> new FollowUp.SettlePayment(merchant, new PaymentId(names[1]));
      case WATCH_CONTRACT -> new FollowUp.WatchContract(merchant, new MerchantTradeNo(names[1]));
      case SETTLE_CARD -> new FollowUp.SettleCard(merchant, new CardId(names[1]));
      case SETTLE_ALLOWANCE -> new FollowUp.SettleAllowance(merchant, new AllowanceId(names[1]));
      case WATCH_TRACKS -> new FollowUp.WatchTracks(merchant);
      case WATCH_PERIOD -> new FollowUp.WatchPeriod(merchant);
      case RECONCILE_DAY -> new FollowUp.ReconcileDay(merchant);
      case READ_STATEMENT -> new FollowUp.ReadStatement(merchant, new ReportId(names[1]));
      case SETTLE_REFUNDS -> new FollowUp.SettleRefunds(merchant, new OrderId(names[1]));
      case CAPTURE_CARD -> new FollowUp.CaptureCard(merchant, new PaymentId(names[1]));
      case WATCH_AUTHORIZATION ->
          new FollowUp.WatchAuthorization(merchant, new PaymentId(names[1]));
    };
  }

  @Override
  public String toString() {
    return kind.task() + " " + instance;
  }
}
