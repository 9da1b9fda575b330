package ecpay.app.web.api.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.web.api.invoice.DocumentView;
import ecpay.app.web.api.invoice.Timing;
import ecpay.domain.invoice.document.InvoiceOfOrder;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.pricing.Priced;

/** What placing an order would lead to: schema {@code OrderPreview} of the contract. */
final class OrderPreview {
  /** Stands in for a RelateNumber where nothing is issued. */
  private static final RelateNumber PREVIEW = new RelateNumber("PREVIEW");

  private OrderPreview() {}

  static ObjectNode of(OrderRequest request) {
    Priced priced = request.priced();
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("reference", request.reference().value());
    view.set("lines", OrderView.lines(priced.lines()));
    view.put("goods", priced.goods().twd());
    ArrayNode reductions = view.putArray("reductions");
    priced
        .reductions()
        .forEach(taken ->
            reductions.addObject().put("name", taken.name()).put("amount", taken.amount().twd()));
    view.put("fees", priced.fees().twd());
    view.put("total", priced.total().twd());
    view.set("timing", Timing.view(request.content().timing()));
    view.set("invoice", DocumentView.of(InvoiceOfOrder.document(PREVIEW, request.content())));
    return view;
  }
}
