package ecpay.app.web.api;

import ecpay.app.reading.OrderBooks;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Payment;
import ecpay.domain.refund.Refund;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/** What the path of a request names, if it is the caller's. */
public final class Requested {
  private Requested() {}

  /** The order of {@code {id}}. */
  public static Order order(Context ctx, OrderBooks books) {
    return books
        .order(ApiAccess.merchant(ctx), ctx.pathParam("id"))
        .orElseThrow(() -> new NotFoundResponse("there is no such order"));
  }

  /** The invoice of {@code {id}}. */
  public static Invoice invoice(Context ctx, OrderBooks books) {
    return books
        .invoice(ApiAccess.merchant(ctx), ctx.pathParam("id"))
        .orElseThrow(() -> new NotFoundResponse("there is no such invoice"));
  }

  /** The allowance of {@code {id}}. */
  public static Allowance allowance(Context ctx, OrderBooks books) {
    return books
        .allowance(ApiAccess.merchant(ctx), ctx.pathParam("id"))
        .orElseThrow(() -> new NotFoundResponse("there is no such allowance"));
  }

  /** The payment of {@code {id}}. */
  public static Payment payment(Context ctx, OrderBooks books) {
    return books
        .payment(ApiAccess.merchant(ctx), ctx.pathParam("id"))
        .orElseThrow(() -> new NotFoundResponse("there is no such payment"));
  }

  /** The refund of {@code {id}}. */
  public static Refund refund(Context ctx, OrderBooks books) {
    return books
        .refund(ApiAccess.merchant(ctx), ctx.pathParam("id"))
        .orElseThrow(() -> new NotFoundResponse("there is no such refund"));
  }

  /** A query parameter that must be there. */
  public static String query(Context ctx, String name) {
    String given = ctx.queryParam(name);
    if (given == null || given.isBlank()) {
      throw new BadRequestResponse("give ?" + name + "=");
    }
    return given;
  }
}
