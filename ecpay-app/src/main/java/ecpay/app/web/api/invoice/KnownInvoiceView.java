package ecpay.app.web.api.invoice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.document.Bearer;
import ecpay.domain.invoice.usecase.CompareInvoices.Comparison;
import ecpay.domain.invoice.usecase.CompareInvoices.Difference;
import ecpay.domain.invoice.usecase.LookUpInvoice.Shown;

/** Invoices as ECPay's books show them: schemas {@code AtEcpay} and {@code Comparison}. */
final class KnownInvoiceView {
  private KnownInvoiceView() {}

  static ObjectNode of(Shown shown) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("known", shown.invoice().isPresent());
    shown.invoice().ifPresent(invoice -> view.set("invoice", of(invoice)));
    shown
        .voided()
        .ifPresent(voided ->
            view.putObject("void")
                .put("at", Times.iso(voided.at()))
                .put("reason", voided.reason())
                .put("uploaded", voided.uploaded()));
    return view;
  }

  private static ObjectNode of(KnownInvoice invoice) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("relateNumber", invoice.relateNumber())
            .put("number", invoice.invoice().number().value())
            .put("issuedAt", Times.iso(invoice.invoice().issuedAt()))
            .put("randomNumber", invoice.invoice().randomNumber())
            .put("salesAmount", invoice.salesAmount().twd())
            .put("remaining", invoice.remaining().twd())
            .put("voided", invoice.voided());
    invoice.uploadedAt().ifPresent(at -> view.put("uploadedAt", Times.iso(at)));
    view.set("bearer", of(invoice.bearer()));
    return view;
  }

  private static ObjectNode of(Bearer bearer) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("companyNumber", bearer.identifier())
        .put("name", bearer.name())
        .put("address", bearer.address())
        .put("phone", bearer.phone())
        .put("email", bearer.email())
        .put("carrierType", bearer.carrierType())
        .put("carrierNumber", bearer.carrierNumber())
        .put("loveCode", bearer.loveCode())
        .put("printed", bearer.printed());
  }

  static ObjectNode of(Comparison comparison) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("date", comparison.day().toString())
            .put("compared", comparison.compared())
            .put("truncated", comparison.truncated());
    ArrayNode differences = view.putArray("differences");
    comparison.differences().forEach(difference -> differences.add(of(difference)));
    return view;
  }

  private static ObjectNode of(Difference difference) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", Words.state(difference))
            .put("number", difference.number().value());
    switch (difference) {
      case Difference.MissingHere missing ->
          view.put("theirs", missing.theirs().salesAmount().twd());
      case Difference.MissingThere _ -> {}
      case Difference.Amount amount ->
          view.put("ours", amount.oursTwd()).put("theirs", amount.theirsTwd());
      case Difference.VoidOnOneSide side -> view.put("voidHere", side.voidHere());
    }
    return view;
  }
}
