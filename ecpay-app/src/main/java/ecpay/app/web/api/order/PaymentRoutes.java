package ecpay.app.web.api.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.OrderBooks;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.Requested;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.Replies;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.Order;
import ecpay.domain.payment.HostedCheckout;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.usecase.PayOrder;
import ecpay.domain.payment.usecase.StartPayment.Result;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens a payment form for an order, or makes the one that leads to ECPay's page. */
public final class PaymentRoutes implements Routes {
  private final PayOrder payOrder;
  private final OrderBooks books;
  private final Merchants merchants;
  private final HostedCheckout hosted;
  private final PaymentView view;

  /**
   * @param checkoutUrl where buyers' pages are
   */
  public PaymentRoutes(
      PayOrder payOrder,
      OrderBooks books,
      Merchants merchants,
      HostedCheckout hosted,
      URI checkoutUrl) {
    this.payOrder = payOrder;
    this.books = books;
    this.merchants = merchants;
    this.hosted = hosted;
    this.view = new PaymentView(checkoutUrl);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/api/v1/orders/{id}/payments", DryRun.impossible(this::start));
  }

  private void start(Context ctx) {
    Order order = Requested.order(ctx, books);
    PaymentRequest request = PaymentRequest.read(JsonBody.read(ctx));
    Set<PaymentId> known =
        books.dossier(order).payments().stream().map(Payment::id).collect(Collectors.toSet());
    switch (payOrder.pay(order.merchant(), order.id(), request.offer(), request.beside())) {
      case Result.Opened(Payment.Open payment) -> {
        ctx.status(known.contains(payment.id()) ? HttpStatus.OK : HttpStatus.CREATED);
        Replies.json(ctx, view.of(payment));
      }
      case Result.HandedOver(Payment.HandedOver payment) -> {
        ctx.status(known.contains(payment.id()) ? HttpStatus.OK : HttpStatus.CREATED);
        Replies.json(ctx, handedOver(order, payment));
      }
      case Result.AlreadyPaid() ->
          new Problem(ProblemCode.ALREADY_PAID, "the order is paid").answer(ctx);
      case Result.UnderWay(Payment payment) -> Problem.underWay(payment).answer(ctx);
      case Result.Later(Instant from) -> Problem.triedTooOften(from).answer(ctx);
      case Result.NotOpened(PaymentFailure failure) ->
          new Problem(
                  ProblemCode.NOT_OPENED,
                  "ECPay opened no payment form (%s: %s); nothing was charged, try again"
                      .formatted(failure.code(), failure.message()))
              .answer(ctx);
    }
  }

  /** With the form that leads to ECPay's page, for a page of the shop's own. */
  private ObjectNode handedOver(Order order, Payment.HandedOver payment) {
    HostedCheckout.Form form =
        hosted.form(merchants.get(order.merchant()), order, payment.attempt());
    ObjectNode shown = view.of(payment);
    ObjectNode node = shown.putObject("form").put("action", form.action().toString());
    ArrayNode fields = node.putArray("fields");
    form.fields()
        .forEach(field -> fields.addObject().put("name", field.name()).put("value", field.value()));
    return shown;
  }
}
