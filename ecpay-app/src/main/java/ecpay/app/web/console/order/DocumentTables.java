package ecpay.app.web.console.order;

import static ecpay.app.web.console.Table.money;
import static ecpay.app.web.console.Table.noNumber;
import static ecpay.app.web.console.Table.state;
import static ecpay.app.web.console.Table.text;
import static ecpay.app.web.console.Table.time;

import ecpay.app.reading.OrderBooks.Dossier;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.app.web.console.Table;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.Withdrawal;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.Pending;
import ecpay.domain.invoice.delay.DelayPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The invoices and allowances of an order's page. */
final class DocumentTables {
  private DocumentTables() {}

  static Table invoices(Dossier dossier) {
    return new Table(
        "Invoices",
        List.of("Reference", "State", "Amount", "Number", "Issued", "Remaining", "What else"),
        dossier.invoices().stream()
            .map(invoice ->
                List.of(
                    text(invoice.draft().reference().value()),
                    state(Words.state(invoice)),
                    money(invoice.document().salesAmount()),
                    text(facts(invoice).map(facts -> facts.number().value()).orElse("")),
                    facts(invoice).map(facts -> time(facts.issuedAt())).orElse(text("")),
                    invoice instanceof Invoice.Issued issued
                        ? money(dossier.remaining(issued))
                        : noNumber(),
                    text(whatElse(invoice))))
            .toList());
  }

  private static Optional<IssuedInvoice> facts(Invoice invoice) {
    return switch (invoice) {
      case Invoice.Issued issued -> Optional.of(issued.facts());
      case Invoice.Voided voided -> Optional.of(voided.facts());
      case Invoice.Requested _,
          Invoice.AwaitingNumbers _,
          Invoice.Unknown _,
          Invoice.Scheduled _,
          Invoice.Cancelled _,
          Invoice.Refused _ ->
          Optional.empty();
    };
  }

  private static String whatElse(Invoice invoice) {
    return switch (invoice) {
      case Invoice.Requested requested ->
          requested.sentAt().map(at -> "sent " + Times.clock(at)).orElse("not sent yet");
      case Invoice.AwaitingNumbers blocked ->
          "no numbers since %s: %s %s"
              .formatted(Times.clock(blocked.since()), blocked.code(), blocked.message());
      case Invoice.Unknown unknown -> unknown.reason();
      case Invoice.Scheduled waiting ->
          joined(
              List.of(
                  Optional.of(
                      DelayPolicy.issueTime(waiting)
                          .map(at -> "ECPay issues it " + Times.clock(at))
                          .orElse("waits for its trigger")),
                  waiting.pending().map(DocumentTables::pending)));
      case Invoice.Issued issued ->
          joined(
              List.of(
                  Optional.of("random number " + issued.facts().randomNumber()),
                  issued.uploadedAt().map(at -> "uploaded " + Times.clock(at)),
                  issued.reissuedAt().map(at -> "re-issued " + Times.clock(at)),
                  issued.pending().map(DocumentTables::pending)));
      case Invoice.Voided voided ->
          "voided %s: %s".formatted(Times.clock(voided.at()), voided.reason().value());
      case Invoice.Cancelled cancelled -> "cancelled " + Times.clock(cancelled.at());
      case Invoice.Refused refused -> refused.code() + " " + refused.message();
    };
  }

  private static String pending(Pending<?> pending) {
    return "%s asked for %s, not confirmed"
        .formatted(Words.state(pending.change()), Times.clock(pending.askedAt()));
  }

  static Table allowances(List<Allowance> allowances) {
    return new Table(
        "Allowances",
        List.of("Reference", "State", "Amount", "Invoice", "Requested", "What else"),
        allowances.stream()
            .map(allowance ->
                List.of(
                    text(allowance.draft().reference().value()),
                    state(Words.state(allowance)),
                    money(allowance.amount()),
                    text(allowance.draft().document().invoice().number().value()),
                    time(allowance.draft().requestedAt()),
                    text(whatElse(allowance))))
            .toList());
  }

  private static String whatElse(Allowance allowance) {
    return switch (allowance) {
      case Allowance.Requested requested ->
          requested.sentAt().map(at -> "sent " + Times.clock(at)).orElse("not sent yet");
      case Allowance.Unknown unknown -> unknown.reason();
      case Allowance.AwaitingConsent waiting ->
          joined(
              List.of(
                  Optional.of(
                      "%s, consent until %s"
                          .formatted(waiting.number(), Times.clock(waiting.deadline()))),
                  waiting.withdrawal().map(DocumentTables::withdrawal)));
      case Allowance.Issued issued ->
          joined(
              List.of(
                  Optional.of(
                      "%s, issued %s".formatted(issued.number(), Times.clock(issued.issuedAt()))),
                  issued.owesSignature() ? Optional.of("signature owed") : Optional.empty(),
                  issued.withdrawal().map(DocumentTables::withdrawal)));
      case Allowance.Cancelled cancelled ->
          "cancelled %s: %s".formatted(Times.clock(cancelled.at()), cancelled.reason().value());
      case Allowance.Expired expired -> "expired " + Times.clock(expired.at());
      case Allowance.Voided voided ->
          "voided %s: %s".formatted(Times.clock(voided.at()), voided.reason().value());
      case Allowance.Refused refused -> refused.code() + " " + refused.message();
    };
  }

  private static String withdrawal(Withdrawal wish) {
    return "to be taken back since %s, not confirmed: %s"
        .formatted(Times.clock(wish.askedAt()), wish.reason().value());
  }

  private static String joined(List<Optional<String>> facts) {
    return facts.stream().flatMap(Optional::stream).collect(Collectors.joining("; "));
  }
}
