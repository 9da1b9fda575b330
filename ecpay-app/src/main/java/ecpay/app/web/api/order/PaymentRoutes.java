package ecpay.app.web.api.order;

import ecpay.app.reading.OrderBooks;
import ecpay.app.reading.Words;
import ecpay.app.web.Problem;
import ecpay.app.web.Routes;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.Requested;
import ecpay.app.web.json.Findings;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.JsonFields;
import ecpay.app.web.json.Replies;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Offer;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentFailure;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.PaymentMethod;
import ecpay.domain.payment.usecase.StartPayment;
import ecpay.domain.payment.usecase.StartPayment.Result;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens a payment form for an order. */
public final class PaymentRoutes implements Routes {
  private final StartPayment startPayment;
  private final OrderBooks books;
  private final PaymentView view;

  /**
   * @param checkoutUrl where buyers' pages are
   */
  public PaymentRoutes(StartPayment startPayment, OrderBooks books, URI checkoutUrl) {
    this.startPayment = startPayment;
    this.books = books;
    this.view = new PaymentView(checkoutUrl);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/api/v1/orders/{id}/payments", DryRun.impossible(this::start));
  }

  private void start(Context ctx) {
    Order order = Requested.order(ctx, books);
    Set<PaymentMethod> methods = methods(ctx);
    Set<PaymentId> known =
        books.dossier(order).payments().stream().map(Payment::id).collect(Collectors.toSet());
    switch (startPayment.start(order.merchant(), order.id(), Offer.embedded(methods))) {
      case Result.Opened(Payment.Open payment) -> {
        ctx.status(known.contains(payment.id()) ? HttpStatus.OK : HttpStatus.CREATED);
        Replies.json(ctx, view.of(payment));
      }
      case Result.HandedOver(Payment.HandedOver payment) -> {
        ctx.status(known.contains(payment.id()) ? HttpStatus.OK : HttpStatus.CREATED);
        Replies.json(ctx, view.of(payment));
      }
      case Result.AlreadyPaid() ->
          new Problem(HttpStatus.CONFLICT, "already_paid", "the order is paid").answer(ctx);
      case Result.UnderWay(Payment payment) ->
          new Problem(
                  HttpStatus.CONFLICT,
                  "under_way",
                  "payment " + payment.id() + " may still turn into money: wait for its end")
              .answer(ctx);
      case Result.NotOpened(PaymentFailure failure) ->
          new Problem(
                  HttpStatus.BAD_GATEWAY,
                  "not_opened",
                  "ECPay opened no payment form (%s: %s); nothing was charged, try again"
                      .formatted(failure.code(), failure.message()))
              .answer(ctx);
    }
  }

  private static Set<PaymentMethod> methods(Context ctx) {
    Findings findings = new Findings();
    JsonFields request = new JsonFields(JsonBody.read(ctx), "", findings);
    List<String> words = request.texts("methods");
    Set<PaymentMethod> methods = EnumSet.noneOf(PaymentMethod.class);
    for (int i = 0; i < words.size(); i++) {
      String field = "methods[" + i + "]";
      Words.paymentMethod(words.get(i))
          .ifPresentOrElse(
              methods::add,
              () -> request.refuse(field, "one of " + Words.of(PaymentMethod.values())));
    }
    request.end();
    findings.throwIfAny();
    return methods.isEmpty() ? EnumSet.of(PaymentMethod.CARD) : methods;
  }
}
