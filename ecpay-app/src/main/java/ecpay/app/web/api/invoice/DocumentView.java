package ecpay.app.web.api.invoice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Words;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.InvoiceItem;
import ecpay.domain.invoice.document.TaxSplit;

/** What is on an invoice: schema {@code InvoiceDocument} of the contract. */
public final class DocumentView {
  private DocumentView() {}

  public static ObjectNode of(InvoiceDocument document) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("customerName", document.customerName());
    document.email().ifPresent(email -> view.put("email", email.value()));
    document.phone().ifPresent(phone -> view.put("phone", phone.value()));
    view.set("invoice", PreferenceView.of(document.delivery()));
    view.put("taxType", Words.of(document.taxation().tax()));
    view.put("salesAmount", document.salesAmount().twd());
    view.set("split", split(TaxSplit.of(document)));
    ArrayNode items = view.putArray("items");
    document.items().forEach(item -> items.add(item(item)));
    return view;
  }

  /** How a document divides by tax: schema {@code TaxSplit}. */
  public static ObjectNode split(TaxSplit split) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("taxableNet", split.taxableNet().twd())
        .put("tax", split.tax().twd())
        .put("zeroRated", split.zeroRated().twd())
        .put("exempt", split.exempt().twd());
  }

  private static ObjectNode item(InvoiceItem item) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("item", item.sequence())
            .put("name", item.name())
            .put("quantity", item.count().value().toPlainString())
            .put("unit", item.unit())
            .put("unitPrice", item.price().value().toPlainString())
            .put("amount", item.amount().toPlainString());
    item.tax().ifPresent(tax -> view.put("tax", Words.of(tax)));
    return view;
  }
}
