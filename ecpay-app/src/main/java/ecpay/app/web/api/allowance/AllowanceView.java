package ecpay.app.web.api.allowance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Withdrawal;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.AllowanceItem;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.invoice.deadline.VoidWindow;
import ecpay.domain.time.Taipei;
import java.time.Instant;

/** An allowance as the API shows it: schema {@code Allowance} of the contract. */
public final class AllowanceView {
  private AllowanceView() {}

  /** With everything that is on it. */
  static ObjectNode whole(Allowance allowance) {
    ObjectNode view = of(allowance);
    view.set("document", document(allowance.draft().document()));
    return view;
  }

  /** In short, among the other things of its order. */
  public static ObjectNode of(Allowance allowance) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", allowance.id().value());
    view.put("order", allowance.order().value());
    view.put("reference", allowance.draft().reference().value());
    view.put("state", Words.state(allowance));
    view.put("amount", allowance.amount().twd());
    view.put("invoiceNumber", allowance.draft().document().invoice().number().value());
    consent(view, allowance.draft().document().consent());
    view.put("requestedAt", Times.iso(allowance.draft().requestedAt()));
    state(view, allowance);
    return view;
  }

  /** What is on an allowance: schema {@code AllowanceDocument}. */
  static ObjectNode document(AllowanceDocument document) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("invoiceNumber", document.invoice().number().value());
    view.put("amount", document.amount().twd());
    document.customerName().ifPresent(name -> view.put("customerName", name));
    ArrayNode items = view.putArray("items");
    document.items().forEach(item -> items.add(item(item)));
    return view;
  }

  private static ObjectNode item(AllowanceItem item) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("item", item.sequence())
            .put("name", item.name())
            .put("quantity", item.count().value().toPlainString())
            .put("unit", item.unit())
            .put("unitPrice", item.price().value().toPlainString())
            .put("amount", item.amount().longValueExact());
    item.tax().ifPresent(tax -> view.put("tax", Words.of(tax)));
    return view;
  }

  private static void consent(ObjectNode view, Consent consent) {
    switch (consent) {
      case Consent.Online _ -> view.put("consent", "online");
      case Consent.Paper paper -> {
        view.put("consent", "paper");
        switch (paper.signature()) {
          case Consent.Signature.Recorded(Instant at) ->
              view.putObject("signature").put("recordedAt", Times.iso(at));
          case Consent.Signature.Owed(String by) -> view.putObject("signature").put("owedBy", by);
        }
      }
    }
  }

  private static void state(ObjectNode view, Allowance allowance) {
    switch (allowance) {
      case Allowance.AwaitingConsent waiting -> {
        view.put("number", waiting.number().value());
        view.put("deadline", Times.iso(waiting.deadline()));
        waiting.withdrawal().ifPresent(wish -> view.set("withdrawal", withdrawal(wish)));
      }
      case Allowance.Issued issued -> {
        view.put("number", issued.number().value());
        view.put("issuedAt", Times.iso(issued.issuedAt()));
        view.put("owesSignature", issued.owesSignature());
        view.put(
            "voidableUntil", Times.iso(VoidWindow.closesAfter(Taipei.dateOf(issued.issuedAt()))));
        issued.withdrawal().ifPresent(wish -> view.set("withdrawal", withdrawal(wish)));
      }
      case Allowance.Cancelled cancelled ->
          view.put("number", cancelled.number().value())
              .put("reason", cancelled.reason().value())
              .put("cancelledAt", Times.iso(cancelled.at()));
      case Allowance.Voided voided ->
          view.put("number", voided.number().value())
              .put("reason", voided.reason().value())
              .put("voidedAt", Times.iso(voided.at()));
      case Allowance.Expired expired -> {
        expired.number().map(AllowanceNumber::value).ifPresent(n -> view.put("number", n));
        view.put("expiredAt", Times.iso(expired.at()));
      }
      case Allowance.Refused refused ->
          view.put("code", refused.code()).put("message", refused.message());
      case Allowance.Unknown unknown -> view.put("message", unknown.reason());
      case Allowance.Requested _ -> {}
    }
  }

  private static ObjectNode withdrawal(Withdrawal wish) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("reason", wish.reason().value())
            .put("askedAt", Times.iso(wish.askedAt()));
    wish.delivery().inDoubtSince().ifPresent(at -> view.put("inDoubtSince", Times.iso(at)));
    return view;
  }
}
