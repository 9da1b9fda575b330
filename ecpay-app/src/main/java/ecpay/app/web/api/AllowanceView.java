package ecpay.app.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Consent;

/** An allowance as the API shows it: schema {@code Allowance} of the contract. */
final class AllowanceView {
  private AllowanceView() {}

  static ObjectNode of(Allowance allowance) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", allowance.id().value());
    view.put("reference", allowance.draft().reference().value());
    view.put("state", Words.state(allowance));
    view.put("amount", allowance.amount().twd());
    view.put(
        "consent",
        switch (allowance.draft().document().consent()) {
          case Consent.Online _ -> "online";
          case Consent.Paper _ -> "paper";
        });
    view.put("requestedAt", Times.iso(allowance.draft().requestedAt()));
    switch (allowance) {
      case Allowance.AwaitingConsent waiting -> {
        view.put("number", waiting.number().value());
        view.put("deadline", Times.iso(waiting.deadline()));
      }
      case Allowance.Issued issued -> {
        view.put("number", issued.number().value());
        view.put("issuedAt", Times.iso(issued.issuedAt()));
      }
      case Allowance.Cancelled cancelled -> view.put("number", cancelled.number().value());
      case Allowance.Voided voided -> view.put("number", voided.number().value());
      case Allowance.Expired expired ->
          expired.number().map(AllowanceNumber::value).ifPresent(n -> view.put("number", n));
      case Allowance.Refused refused ->
          view.put("code", refused.code()).put("message", refused.message());
      case Allowance.Unknown unknown -> view.put("message", unknown.reason());
      case Allowance.Requested _ -> {}
    }
    return view;
  }
}
