package ecpay.app.web.console.refund;

import ecpay.app.access.ApiKeyGate;
import ecpay.app.web.Bodies;
import ecpay.app.web.Routes;
import ecpay.app.web.console.ConsoleLogin;
import ecpay.app.web.console.PersonLog;
import ecpay.app.web.console.SameOrigin;
import ecpay.app.web.page.Pages;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundId;
import ecpay.domain.refund.Refunds;
import ecpay.domain.refund.usecase.ChangeRefund;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.RuleViolationException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One refund of the console, with buttons for what a person may do about it. */
public final class RefundDesk implements Routes {
  private static final String REFUND = "/console/refunds/{id}";

  /** The most bytes of a form. */
  private static final int LIMIT = 4096;

  private final ConsoleLogin login;
  private final PersonLog log;
  private final Refunds refunds;
  private final ChangeRefund change;
  private final Merchants merchants;
  private final Pages pages;
  private final Clock clock;

  public RefundDesk(
      ApiKeyGate gate,
      PersonLog log,
      Refunds refunds,
      ChangeRefund change,
      Merchants merchants,
      Pages pages,
      Clock clock) {
    this.login = new ConsoleLogin(gate);
    this.log = log;
    this.refunds = refunds;
    this.change = change;
    this.merchants = merchants;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(REFUND, ctx -> show(ctx, refund(ctx), TransferForm.EMPTY, List.of()));
    routes.post(REFUND + "/continue", this::proceed);
    routes.post(REFUND + "/cancel", this::cancel);
    routes.post(REFUND + "/paid-by-hand", this::paidByHand);
  }

  private void proceed(Context ctx) {
    SameOrigin.demand(ctx);
    Refund refund = asked(ctx, "continue_refund");
    boolean onPaper = Bodies.form(ctx, LIMIT).getOrDefault("consent", "").equals("paper");
    Optional<Consent> consent = onPaper ? Optional.of(paper(refund)) : Optional.empty();
    act(
        ctx,
        refund,
        TransferForm.EMPTY,
        () ->
            switch (change.proceed(refund.merchant(), refund.id(), consent)) {
              case Answer.Accepted<Refund> _ -> List.of();
              case Answer.Refused<Refund>(String code, String message) ->
                  List.of("ECPay said no: " + code + " " + message);
              case Answer.NotSent<Refund>(String reason) ->
                  List.of("ECPay was not reached: " + reason);
              case Answer.Unknown<Refund>(String reason, boolean _) ->
                  List.of("ECPay did not answer: " + reason);
            });
  }

  private Consent paper(Refund refund) {
    return new Consent.Paper(
        new Consent.Signature.Owed(merchants.get(refund.merchant()).name()), Consent.Notice.NONE);
  }

  private void cancel(Context ctx) {
    SameOrigin.demand(ctx);
    Refund refund = asked(ctx, "cancel_refund");
    act(
        ctx,
        refund,
        TransferForm.EMPTY,
        () -> {
          change.cancel(refund.merchant(), refund.id());
          return List.of();
        });
  }

  private void paidByHand(Context ctx) {
    SameOrigin.demand(ctx);
    Refund refund = asked(ctx, "note_payment_by_hand");
    Map<String, String> form = Bodies.form(ctx, LIMIT);
    TransferForm typed = TransferForm.of(form);
    act(
        ctx,
        refund,
        typed,
        () -> {
          change.paidByHand(refund.merchant(), refund.id(), typed.read(Instant.now(clock)));
          return List.of();
        });
  }

  /** Does it and shows the refund as it is afterwards, or why it was not done. */
  private void act(Context ctx, Refund refund, TransferForm typed, Deed deed) {
    List<String> problems;
    try {
      problems = deed.act();
    } catch (RuleViolationException broken) {
      problems =
          broken.violations().stream()
              .map(violation -> violation.rule() + " " + violation.message())
              .toList();
    } catch (IllegalMoveException broken) {
      problems = List.of(String.valueOf(broken.getMessage()));
    }
    if (problems.isEmpty()) {
      ctx.redirect(RefundTables.path(refund), HttpStatus.SEE_OTHER);
    } else {
      show(ctx.status(HttpStatus.CONFLICT), refund(ctx), typed, problems);
    }
  }

  private void show(Context ctx, Refund refund, TransferForm typed, List<String> problems) {
    pages.show(ctx, "console/refund", RefundPage.of(refund, typed, problems));
  }

  /** The refund that something is asked for, which is written down. */
  private Refund asked(Context ctx, String deed) {
    Refund refund = refund(ctx);
    log.asked(login.person(ctx), Optional.of(refund.order()), deed, refund.id().value());
    return refund;
  }

  private Refund refund(Context ctx) {
    return refunds
        .find(login.merchant(ctx), new RefundId(ctx.pathParam("id")))
        .orElseThrow(() -> new NotFoundResponse("there is no such refund"));
  }

  /** What a button does; gives what stood in its way. */
  private interface Deed {
    List<String> act();
  }
}
