package ecpay.app.web.api.invoice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.OrderBooks;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.Requested;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.Replies;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.invoice.document.InvoiceOfOrder.Calculated;
import ecpay.domain.invoice.usecase.RequestInvoice;
import ecpay.domain.invoice.usecase.RequestInvoice.Result;
import ecpay.domain.invoice.usecase.RetryInvoice;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.Order;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Asks for invoices of an order or of a part of it, and again for one that was refused. */
public final class InvoiceRoutes implements Routes {
  private final RequestInvoice requestInvoice;
  private final RetryInvoice retryInvoice;
  private final Merchants merchants;
  private final OrderBooks books;

  public InvoiceRoutes(
      RequestInvoice requestInvoice,
      RetryInvoice retryInvoice,
      Merchants merchants,
      OrderBooks books) {
    this.requestInvoice = requestInvoice;
    this.retryInvoice = retryInvoice;
    this.merchants = merchants;
    this.books = books;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/api/v1/orders/{id}/invoices", this::request);
    routes.post("/api/v1/invoices/{id}/retry", DryRun.impossible(this::retry));
  }

  private void request(Context ctx) {
    Order order = Requested.order(ctx, books);
    boolean cards = merchants.get(order.merchant()).invoicing().cardCarriers();
    RequestInvoice.Request request = JsonBody.read(ctx, body -> InvoiceRequest.read(body, cards));
    if (DryRun.isAsked(ctx)) {
      Replies.json(ctx, preview(requestInvoice.preview(order.merchant(), order.id(), request)));
      return;
    }
    switch (requestInvoice.request(order.merchant(), order.id(), request)) {
      case Result.Requested(Invoice invoice) -> {
        ctx.status(HttpStatus.CREATED).header("Location", "/api/v1/invoices/" + invoice.id());
        Replies.json(ctx, InvoiceView.whole(invoice, books.dossier(order)));
      }
      case Result.AlreadyRequested(Invoice invoice) ->
          Replies.json(ctx, InvoiceView.whole(invoice, books.dossier(order)));
      case Result.ReferenceTaken(InvoiceId by) ->
          new Problem(
                  ProblemCode.REFERENCE_TAKEN,
                  "the reference " + request.reference() + " names another invoice, " + by)
              .answer(ctx);
    }
  }

  private static ObjectNode preview(Calculated calculated) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.set("parts", InvoiceView.parts(calculated.parts()));
    view.set("document", DocumentView.of(calculated.document()));
    return view;
  }

  private void retry(Context ctx) {
    Invoice invoice = Requested.invoice(ctx, books);
    boolean cards = merchants.get(invoice.merchant()).invoicing().cardCarriers();
    Correction correction = JsonBody.read(ctx, body -> CorrectionRequest.read(body, cards));
    Invoice asked = retryInvoice.retry(invoice.merchant(), invoice.id(), correction);
    Order order = books.orderOf(asked.merchant(), asked.order());
    Replies.json(ctx, InvoiceView.whole(asked, books.dossier(order)));
  }
}
