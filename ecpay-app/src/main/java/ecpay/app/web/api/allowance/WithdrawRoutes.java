package ecpay.app.web.api.allowance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.OrderBooks;
import ecpay.app.reading.Words;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.EcpaySays;
import ecpay.app.web.api.Requested;
import ecpay.app.web.api.invoice.NotificationView;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.JsonFields;
import ecpay.app.web.json.Replies;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.Reason;
import ecpay.domain.allowance.usecase.MailConsentAgain;
import ecpay.domain.allowance.usecase.WithdrawAllowance;
import ecpay.domain.event.DomainEvent.AllowanceWithdrawalRefused;
import ecpay.domain.event.DomainEvent.AllowanceWithdrawalRequested;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.merchant.Merchants;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;

/** One allowance: look at it, take it back, record its signature, mail its link again. */
public final class WithdrawRoutes implements Routes {
  private static final String ALLOWANCE = "/api/v1/allowances/{id}";
  private static final Reason SOME_REASON = new Reason("stand-in");

  private final WithdrawAllowance withdraw;
  private final MailConsentAgain mail;
  private final Merchants merchants;
  private final OrderBooks books;

  public WithdrawRoutes(
      WithdrawAllowance withdraw, MailConsentAgain mail, Merchants merchants, OrderBooks books) {
    this.withdraw = withdraw;
    this.mail = mail;
    this.merchants = merchants;
    this.books = books;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(ALLOWANCE, this::show);
    routes.post(ALLOWANCE + "/cancel", this::cancel);
    routes.post(ALLOWANCE + "/void", this::voidAllowance);
    routes.post(ALLOWANCE + "/signature", DryRun.impossible(this::sign));
    routes.post(ALLOWANCE + "/consent-mail", DryRun.impossible(this::mailAgain));
  }

  private void show(Context ctx) {
    Replies.json(ctx, AllowanceView.whole(Requested.allowance(ctx, books)));
  }

  private void cancel(Context ctx) {
    Allowance allowance = Requested.allowance(ctx, books);
    Reason reason = JsonBody.read(ctx, WithdrawRoutes::reason);
    if (DryRun.isAsked(ctx)) {
      withdraw.demandCancellable(allowance.merchant(), allowance.id(), reason);
      Replies.json(ctx, preview("AllowanceInvalidByCollegiate", reason));
      return;
    }
    Allowance after = withdraw.cancel(allowance.merchant(), allowance.id(), reason);
    tell(ctx, after, after instanceof Allowance.Cancelled);
  }

  private void voidAllowance(Context ctx) {
    Allowance allowance = Requested.allowance(ctx, books);
    Reason reason = JsonBody.read(ctx, WithdrawRoutes::reason);
    if (DryRun.isAsked(ctx)) {
      withdraw.demandVoidable(allowance.merchant(), allowance.id(), reason);
      Replies.json(ctx, preview("AllowanceInvalid", reason));
      return;
    }
    Allowance after = withdraw.voidAllowance(allowance.merchant(), allowance.id(), reason);
    tell(ctx, after, after instanceof Allowance.Voided);
  }

  private void sign(Context ctx) {
    Allowance allowance = Requested.allowance(ctx, books);
    var _ = JsonBody.read(ctx, body -> body);
    Replies.json(ctx, AllowanceView.whole(withdraw.sign(allowance.merchant(), allowance.id())));
  }

  private void mailAgain(Context ctx) {
    Allowance allowance = Requested.allowance(ctx, books);
    var _ = JsonBody.read(ctx, body -> body);
    NotificationView.tell(ctx, mail.mail(merchants.get(allowance.merchant()), allowance.id()));
  }

  private static Reason reason(JsonFields body) {
    return body.requiredText("reason", Reason::new, SOME_REASON);
  }

  private static ObjectNode preview(String operation, Reason reason) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("operation", operation)
        .put("reason", reason.value());
  }

  /** Taken back (200), on its way (202), refused by ECPay (502), or overtaken (409). */
  private void tell(Context ctx, Allowance allowance, boolean done) {
    if (done || isPending(allowance)) {
      ctx.status(done ? HttpStatus.OK : HttpStatus.ACCEPTED);
      Replies.json(ctx, AllowanceView.whole(allowance));
      return;
    }
    refusal(allowance)
        .ifPresentOrElse(
            refused -> EcpaySays.refused(ctx, refused.code(), refused.message()),
            () ->
                new Problem(
                        ProblemCode.OVERTAKEN,
                        "the allowance is now " + Words.state(allowance) + ": look at it")
                    .answer(ctx));
  }

  private static boolean isPending(Allowance allowance) {
    return switch (allowance) {
      case Allowance.AwaitingConsent waiting -> waiting.withdrawal().isPresent();
      case Allowance.Issued issued -> issued.withdrawal().isPresent();
      case Allowance.Requested _,
          Allowance.Unknown _,
          Allowance.Cancelled _,
          Allowance.Expired _,
          Allowance.Voided _,
          Allowance.Refused _ ->
          false;
    };
  }

  /** ECPay's no to the wish that came last. */
  private Optional<AllowanceWithdrawalRefused> refusal(Allowance allowance) {
    return books.events(books.orderOf(allowance.merchant(), allowance.order())).stream()
        .map(RecordedEvent::event)
        .filter(event ->
            switch (event) {
              case AllowanceWithdrawalRequested asked -> asked.allowance().equals(allowance.id());
              case AllowanceWithdrawalRefused no -> no.allowance().equals(allowance.id());
              default -> false;
            })
        .reduce((_, last) -> last)
        .filter(AllowanceWithdrawalRefused.class::isInstance)
        .map(AllowanceWithdrawalRefused.class::cast);
  }
}
