package ecpay.app.web.checkout;

import ecpay.app.reading.Times;
import ecpay.app.settings.Settings;
import ecpay.app.web.Bodies;
import ecpay.app.web.Routes;
import ecpay.app.web.page.Pages;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.Order;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.HostedCheckout;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.usecase.PayOrder;
import ecpay.domain.payment.usecase.StartPayment.Result;
import ecpay.domain.payment.usecase.SubmitPayment;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.RuleViolationException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The buyer's pages: pay, how it ended, pay again. Whoever knows the unguessable id of an attempt
 * is its buyer.
 */
public final class CheckoutRoutes implements Routes {
  /** The most bytes of a form. */
  static final int LIMIT = 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(CheckoutRoutes.class);

  private final Payments payments;
  private final Orders orders;
  private final Merchants merchants;
  private final SubmitPayment submitPayment;
  private final PayOrder payOrder;
  private final HostedCheckout hosted;
  private final Pages pages;
  private final Settings.Checkout checkout;
  private final CheckoutPolicy policy;
  private final Clock clock;

  public CheckoutRoutes(
      Payments payments,
      Orders orders,
      Merchants merchants,
      SubmitPayment submitPayment,
      PayOrder payOrder,
      HostedCheckout hosted,
      Pages pages,
      Settings.Checkout checkout,
      Clock clock) {
    this.payments = payments;
    this.orders = orders;
    this.merchants = merchants;
    this.submitPayment = submitPayment;
    this.payOrder = payOrder;
    this.hosted = hosted;
    this.pages = pages;
    this.checkout = checkout;
    this.policy = new CheckoutPolicy(checkout.origins());
    this.clock = clock;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.before("/pay/*", policy);
    routes.get("/pay/{payment}", ctx -> withPayment(ctx, this::pay));
    routes.post("/pay/{payment}", ctx -> withPayment(ctx, this::submit));
    routes.get("/pay/{payment}/result", ctx -> withPayment(ctx, this::result));
    routes.post("/pay/{payment}/again", ctx -> withPayment(ctx, this::again));
  }

  private interface Step {
    void take(Context ctx, Payment payment);
  }

  private void withPayment(Context ctx, Step step) {
    Optional<Payment> payment = find(ctx.pathParam("payment"));
    if (payment.isPresent()) {
      step.take(ctx, payment.get());
    } else {
      say(ctx, HttpStatus.NOT_FOUND, MessagePage.NO_SUCH_PAYMENT);
    }
  }

  private Optional<Payment> find(String id) {
    try {
      return payments.find(new PaymentId(id));
    } catch (RuleViolationException _) {
      return Optional.empty();
    }
  }

  private void pay(Context ctx, Payment payment) {
    Order order = order(payment);
    if (payment instanceof Payment.Open open
        && open.isUsableAt(Instant.now(clock))
        && !order.isPaid()) {
      pages.show(ctx, "checkout/pay", PayPage.of(summary(order), open, checkout));
    } else if (payment instanceof Payment.HandedOver && !order.isPaid()) {
      handOver(ctx, order, payment);
    } else {
      toResult(ctx, payment);
    }
  }

  /** To ECPay's own page, as a full page. */
  private void handOver(Context ctx, Order order, Payment payment) {
    HostedCheckout.Form form =
        hosted.form(merchants.get(order.merchant()), order, payment.attempt());
    policy.allowForm(ctx, HostedPage.origin(form.action()));
    pages.show(ctx, "checkout/hosted", HostedPage.of(summary(order), form));
  }

  private void submit(Context ctx, Payment payment) {
    Optional<String> token = Bodies.formField(ctx, "PayToken", LIMIT);
    try {
      PayToken payToken = new PayToken(token.orElse(""));
      Payment submitted = submitPayment.submit(payment.id(), payToken);
      if (submitted instanceof Payment.AwaitingBuyer waiting
          && ResultPage.isWebPage(waiting.page())) {
        redirect(ctx, waiting.page().toString()); // as a full page (R-PAY-04)
      } else {
        toResult(ctx, submitted);
      }
    } catch (RuleViolationException _) {
      say(ctx, HttpStatus.BAD_REQUEST, MessagePage.NO_TOKEN);
    } catch (IllegalMoveException tooLate) {
      LOG.info("payment {} was submitted too late: {}", payment.id(), tooLate.getMessage());
      toResult(ctx, payment);
    }
  }

  private void result(Context ctx, Payment payment) {
    Order order = order(payment);
    boolean left = ctx.queryParam("left") != null;
    pages.show(
        ctx,
        "checkout/result",
        ResultPage.of(summary(order), order, payment, left, Instant.now(clock)));
  }

  private void again(Context ctx, Payment payment) {
    switch (payOrder.again(payment.id())) {
      case Result.Opened(Payment.Open opened) -> redirect(ctx, "/pay/" + opened.id());
      case Result.HandedOver(Payment.HandedOver handed) -> redirect(ctx, "/pay/" + handed.id());
      case Result.AlreadyPaid() -> toResult(ctx, payment);
      case Result.UnderWay(Payment other) -> toResult(ctx, other);
      case Result.Later(Instant from) ->
          say(ctx, HttpStatus.TOO_MANY_REQUESTS, MessagePage.later(Times.clock(from)));
      case Result.NotOpened _ -> say(ctx, HttpStatus.BAD_GATEWAY, MessagePage.NOT_OPENED);
    }
  }

  private Order order(Payment payment) {
    return orders.find(payment.merchant(), payment.order()).orElseThrow();
  }

  private Summary summary(Order order) {
    return Summary.of(merchants.get(order.merchant()).name(), order);
  }

  private void say(Context ctx, HttpStatus status, MessagePage message) {
    ctx.status(status);
    pages.show(ctx, "checkout/message", message);
  }

  private static void toResult(Context ctx, Payment payment) {
    redirect(ctx, "/pay/" + payment.id() + "/result");
  }

  private static void redirect(Context ctx, String where) {
    ctx.redirect(where, HttpStatus.SEE_OTHER);
  }
}
