package ecpay.adapter.persistence;

import ecpay.adapter.persistence.document.Documents;
import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.row.Row.State;
import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.Pending;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.time.Taipei;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** How an invoice stands in its row. */
final class InvoiceColumns {
  static final List<String> FACTS =
      List.of(
          "sent_at",
          "unknown_reason",
          "resendable",
          "blocked_code",
          "blocked_message",
          "blocked_since",
          "accepted_at",
          "triggered_at",
          "number",
          "issued_at",
          "random_number",
          "issued_on",
          "uploaded_at",
          "reissued_at",
          "void_reason",
          "voided_at",
          "cancelled_at",
          "refusal_code",
          "refusal_message",
          "change",
          "change_reason",
          "change_document",
          "change_asked_at",
          "change_delivery",
          "change_delivery_at",
          "change_delivery_flag");

  private InvoiceColumns() {}

  static State state(Invoice invoice) {
    return switch (invoice) {
      case Invoice.Requested requested -> new State("REQUESTED").at("sent_at", requested.sentAt());
      case Invoice.AwaitingNumbers blocked ->
          new State("AWAITING_NUMBERS")
              .with("blocked_code", blocked.code())
              .with("blocked_message", blocked.message())
              .at("blocked_since", blocked.since());
      case Invoice.Unknown unknown ->
          new State("UNKNOWN")
              .with("unknown_reason", unknown.reason())
              .with("resendable", unknown.resendable());
      case Invoice.Scheduled scheduled -> {
        State state =
            new State("SCHEDULED")
                .at("accepted_at", scheduled.acceptedAt())
                .at("triggered_at", scheduled.triggeredAt());
        scheduled.doubt().ifPresent(doubt -> state.with("unknown_reason", doubt.name()));
        yield scheduled.pending().map(pending -> changing(state, pending)).orElse(state);
      }
      case Invoice.Issued issued -> {
        State state =
            numbered(new State("ISSUED"), issued.facts())
                .at("uploaded_at", issued.uploadedAt())
                .at("reissued_at", issued.reissuedAt());
        yield issued.pending().map(pending -> changing(state, pending)).orElse(state);
      }
      case Invoice.Voided gone ->
          numbered(new State("VOIDED"), gone.facts())
              .with("void_reason", gone.reason().value())
              .at("voided_at", gone.at());
      case Invoice.Cancelled cancelled -> new State("CANCELLED").at("cancelled_at", cancelled.at());
      case Invoice.Refused refused ->
          new State("REFUSED")
              .with("refusal_code", refused.code())
              .with("refusal_message", refused.message());
    };
  }

  private static State numbered(State state, IssuedInvoice facts) {
    return state
        .with("number", facts.number().value())
        .at("issued_at", facts.issuedAt())
        .with("random_number", facts.randomNumber())
        .with("issued_on", Taipei.dateOf(facts.issuedAt()));
  }

  private static State changing(State state, Pending<? extends Change> pending) {
    state.at("change_asked_at", pending.askedAt()).delivered("change_delivery", pending.delivery());
    return switch (pending.change()) {
      case Change.Trigger() -> state.with("change", "TRIGGER");
      case Change.CancelDelay() -> state.with("change", "CANCEL_DELAY");
      case Change.Edit(var document) ->
          state.with("change", "EDIT").with("change_document", Documents.write(document));
      case Change.VoidInvoice(VoidReason reason) ->
          state.with("change", "VOID_INVOICE").with("change_reason", reason.value());
      case Change.Reissue(VoidReason reason, var document) ->
          state
              .with("change", "REISSUE")
              .with("change_reason", reason.value())
              .with("change_document", Documents.write(document));
    };
  }

  static Invoice invoice(ResultSet columns, StatementContext context) throws SQLException {
    Row row = new Row(columns);
    Invoice.Draft draft = draft(row);
    String state = row.text("state");
    return switch (state) {
      case "REQUESTED" -> new Invoice.Requested(draft, row.maybeTime("sent_at"));
      case "AWAITING_NUMBERS" ->
          new Invoice.AwaitingNumbers(
              draft,
              row.text("blocked_code"),
              row.text("blocked_message"),
              row.time("blocked_since"));
      case "UNKNOWN" ->
          new Invoice.Unknown(draft, row.text("unknown_reason"), row.flag("resendable"));
      case "SCHEDULED" ->
          new Invoice.Scheduled(
              draft,
              row.time("accepted_at"),
              row.maybeTime("triggered_at"),
              pending(row, Change.OfScheduled.class),
              row.maybeText("unknown_reason").map(Invoice.Scheduled.Doubt::valueOf));
      case "ISSUED" ->
          new Invoice.Issued(
              draft,
              issued(row),
              row.maybeTime("uploaded_at"),
              row.maybeTime("reissued_at"),
              pending(row, Change.OfIssued.class));
      case "VOIDED" ->
          new Invoice.Voided(
              draft, issued(row), new VoidReason(row.text("void_reason")), row.time("voided_at"));
      case "CANCELLED" -> new Invoice.Cancelled(draft, row.time("cancelled_at"));
      case "REFUSED" ->
          new Invoice.Refused(draft, row.text("refusal_code"), row.text("refusal_message"));
      default -> throw Row.unknown("state of an invoice", state);
    };
  }

  private static Invoice.Draft draft(Row row) throws SQLException {
    return new Invoice.Draft(
        new InvoiceId(row.text("id")),
        row.merchant(),
        row.order(),
        new InvoiceReference(row.text("reference")),
        Documents.invoiceDocument(row.text("document")),
        Documents.parts(row.text("parts")),
        delay(row),
        row.time("requested_at"));
  }

  static Optional<String> delayKind(Invoice.Draft draft) {
    return draft
        .delay()
        .map(delay ->
            switch (delay) {
              case InvoiceTiming.AfterDays _ -> "AFTER_DAYS";
              case InvoiceTiming.OnTrigger _ -> "ON_TRIGGER";
            });
  }

  private static Optional<InvoiceTiming.Delayed> delay(Row row) throws SQLException {
    Optional<String> kind = row.maybeText("delay_kind");
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    int days = row.number("delay_days");
    return Optional.of(
        switch (kind.get()) {
          case "AFTER_DAYS" -> new InvoiceTiming.AfterDays(days);
          case "ON_TRIGGER" -> new InvoiceTiming.OnTrigger(days);
          default -> throw Row.unknown("delay of an invoice", kind.get());
        });
  }

  private static IssuedInvoice issued(Row row) throws SQLException {
    return new IssuedInvoice(
        new InvoiceNumber(row.text("number")), row.time("issued_at"), row.text("random_number"));
  }

  private static <C extends Change> Optional<Pending<C>> pending(Row row, Class<C> kind)
      throws SQLException {
    Optional<String> change = row.maybeText("change");
    if (change.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Pending<>(
            kind.cast(change(row, change.get())),
            row.time("change_asked_at"),
            row.delivery("change_delivery")));
  }

  private static Change change(Row row, String change) throws SQLException {
    return switch (change) {
      case "TRIGGER" -> new Change.Trigger();
      case "CANCEL_DELAY" -> new Change.CancelDelay();
      case "EDIT" -> new Change.Edit(Documents.invoiceDocument(row.text("change_document")));
      case "VOID_INVOICE" -> new Change.VoidInvoice(new VoidReason(row.text("change_reason")));
      case "REISSUE" ->
          new Change.Reissue(
              new VoidReason(row.text("change_reason")),
              Documents.invoiceDocument(row.text("change_document")));
      default -> throw Row.unknown("change of an invoice", change);
    };
  }
}
