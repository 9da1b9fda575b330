package ecpay.app.web.api.invoice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.OrderBooks.Dossier;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.Pending;
import ecpay.domain.invoice.deadline.VoidWindow;
import ecpay.domain.invoice.delay.DelayPolicy;
import ecpay.domain.money.Part;
import ecpay.domain.time.Taipei;
import java.util.List;

/** An invoice as the API shows it: schema {@code Invoice} of the contract. */
public final class InvoiceView {
  private InvoiceView() {}

  /** With everything that is on it. */
  static ObjectNode whole(Invoice invoice, Dossier dossier) {
    ObjectNode view = of(invoice, dossier);
    view.set("document", DocumentView.of(invoice.document()));
    return view;
  }

  /** In short, among the other things of its order. */
  public static ObjectNode of(Invoice invoice, Dossier dossier) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", invoice.id().value());
    view.put("order", invoice.order().value());
    view.put("reference", invoice.draft().reference().value());
    view.put("state", Words.state(invoice));
    view.put("salesAmount", invoice.document().salesAmount().twd());
    view.put("requestedAt", Times.iso(invoice.draft().requestedAt()));
    invoice.draft().delay().ifPresent(delay -> view.set("delay", Timing.view(delay)));
    view.set("parts", parts(invoice.draft().parts()));
    state(view, invoice, dossier);
    return view;
  }

  /** What parts of lines it is for: schema {@code Part}. */
  static ArrayNode parts(List<Part> parts) {
    ArrayNode view = JsonNodeFactory.instance.arrayNode();
    for (Part part : parts) {
      view.addObject()
          .put("line", part.line())
          .put("quantity", part.units().toPlainString())
          .put("amount", part.amount().twd());
    }
    return view;
  }

  private static void state(ObjectNode view, Invoice invoice, Dossier dossier) {
    switch (invoice) {
      case Invoice.Requested requested ->
          requested.sentAt().ifPresent(at -> view.put("sentAt", Times.iso(at)));
      case Invoice.AwaitingNumbers blocked ->
          view.put("code", blocked.code())
              .put("message", blocked.message())
              .put("blockedSince", Times.iso(blocked.since()));
      case Invoice.Unknown unknown -> view.put("message", unknown.reason());
      case Invoice.Scheduled waiting -> scheduled(view, waiting);
      case Invoice.Issued issued -> issued(view, issued, dossier);
      case Invoice.Voided voided -> {
        facts(view, voided.facts());
        view.put("reason", voided.reason().value()).put("voidedAt", Times.iso(voided.at()));
      }
      case Invoice.Cancelled cancelled -> view.put("cancelledAt", Times.iso(cancelled.at()));
      case Invoice.Refused refused ->
          view.put("code", refused.code()).put("message", refused.message());
    }
  }

  private static void scheduled(ObjectNode view, Invoice.Scheduled waiting) {
    view.put("acceptedAt", Times.iso(waiting.acceptedAt()));
    waiting.triggeredAt().ifPresent(at -> view.put("triggeredAt", Times.iso(at)));
    DelayPolicy.issueTime(waiting).ifPresent(at -> view.put("issuesAt", Times.iso(at)));
    waiting.pending().ifPresent(pending -> view.set("pending", pending(pending)));
  }

  private static void issued(ObjectNode view, Invoice.Issued issued, Dossier dossier) {
    facts(view, issued.facts());
    issued.uploadedAt().ifPresent(at -> view.put("uploadedAt", Times.iso(at)));
    issued.reissuedAt().ifPresent(at -> view.put("reissuedAt", Times.iso(at)));
    view.put("remaining", dossier.remaining(issued).twd());
    view.put(
        "voidableUntil",
        Times.iso(VoidWindow.closesAfter(Taipei.dateOf(issued.facts().issuedAt()))));
    issued.pending().ifPresent(pending -> view.set("pending", pending(pending)));
  }

  private static void facts(ObjectNode view, IssuedInvoice facts) {
    view.put("number", facts.number().value());
    view.put("issuedAt", Times.iso(facts.issuedAt()));
    view.put("randomNumber", facts.randomNumber());
  }

  private static ObjectNode pending(Pending<?> pending) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("change", Words.state(pending.change()))
            .put("askedAt", Times.iso(pending.askedAt()));
    pending.delivery().inDoubtSince().ifPresent(at -> view.put("inDoubtSince", Times.iso(at)));
    return view;
  }
}
