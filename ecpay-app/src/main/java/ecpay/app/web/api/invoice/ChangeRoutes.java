package ecpay.app.web.api.invoice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.OrderBooks;
import ecpay.app.web.Routes;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.Requested;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.JsonFields;
import ecpay.app.web.json.Replies;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.invoice.usecase.ChangeIssuedInvoice;
import ecpay.domain.invoice.usecase.ChangeScheduledInvoice;
import ecpay.domain.merchant.Merchants;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Changes invoices: voids and re-issues issued ones; triggers, cancels and edits delayed ones. */
public final class ChangeRoutes implements Routes {
  private static final String INVOICE = "/api/v1/invoices/{id}";
  private static final VoidReason SOME_REASON = new VoidReason("stand-in");

  private final ChangeIssuedInvoice issued;
  private final ChangeScheduledInvoice scheduled;
  private final Merchants merchants;
  private final OrderBooks books;
  private final ChangeReply reply;

  public ChangeRoutes(
      ChangeIssuedInvoice issued,
      ChangeScheduledInvoice scheduled,
      Merchants merchants,
      OrderBooks books) {
    this.issued = issued;
    this.scheduled = scheduled;
    this.merchants = merchants;
    this.books = books;
    this.reply = new ChangeReply(books);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(INVOICE + "/void", this::voidInvoice);
    routes.post(INVOICE + "/reissue", this::reissue);
    routes.post(INVOICE + "/trigger", DryRun.impossible(this::trigger));
    routes.post(INVOICE + "/cancel", DryRun.impossible(this::cancel));
    routes.post(INVOICE + "/edit", DryRun.impossible(this::edit));
  }

  private void voidInvoice(Context ctx) {
    Invoice invoice = Requested.invoice(ctx, books);
    VoidReason reason = JsonBody.read(ctx, ChangeRoutes::reason);
    if (DryRun.isAsked(ctx)) {
      issued.demandVoidable(invoice.merchant(), invoice.id(), reason);
      Replies.json(ctx, preview("Invalid", reason));
      return;
    }
    Invoice after = issued.voidInvoice(invoice.merchant(), invoice.id(), reason);
    reply.tell(ctx, after, after instanceof Invoice.Voided);
  }

  private record Reissue(VoidReason reason, Correction correction) {}

  private void reissue(Context ctx) {
    Invoice invoice = Requested.invoice(ctx, books);
    boolean cards = cards(invoice);
    Reissue wanted =
        JsonBody.read(ctx, body -> new Reissue(reason(body), CorrectionRequest.read(body, cards)));
    if (DryRun.isAsked(ctx)) {
      issued.demandReissuable(
          invoice.merchant(), invoice.id(), wanted.reason(), wanted.correction());
      ObjectNode preview = preview("VoidWithReIssue", wanted.reason());
      preview.set("document", DocumentView.of(wanted.correction().applyTo(invoice.document())));
      Replies.json(ctx, preview);
      return;
    }
    Invoice after =
        issued.reissue(invoice.merchant(), invoice.id(), wanted.reason(), wanted.correction());
    reply.tell(
        ctx,
        after,
        after instanceof Invoice.Issued anew
            && anew.reissuedAt().isPresent()
            && bears(anew, wanted.correction()));
  }

  private void trigger(Context ctx) {
    Invoice invoice = Requested.invoice(ctx, books);
    nothing(ctx);
    Invoice after = scheduled.trigger(invoice.merchant(), invoice.id());
    reply.tell(
        ctx,
        after,
        after instanceof Invoice.Issued
            || (after instanceof Invoice.Scheduled waiting && waiting.triggeredAt().isPresent()));
  }

  private void cancel(Context ctx) {
    Invoice invoice = Requested.invoice(ctx, books);
    nothing(ctx);
    Invoice after = scheduled.cancel(invoice.merchant(), invoice.id());
    reply.tell(ctx, after, after instanceof Invoice.Cancelled);
  }

  private void edit(Context ctx) {
    Invoice invoice = Requested.invoice(ctx, books);
    boolean cards = cards(invoice);
    Correction correction = JsonBody.read(ctx, body -> CorrectionRequest.read(body, cards));
    Invoice after = scheduled.edit(invoice.merchant(), invoice.id(), correction);
    reply.tell(ctx, after, bears(after, correction));
  }

  private static VoidReason reason(JsonFields body) {
    return body.requiredText("reason", VoidReason::new, SOME_REASON);
  }

  private static void nothing(Context ctx) {
    var _ = JsonBody.read(ctx, body -> body);
  }

  private static boolean bears(Invoice invoice, Correction correction) {
    return correction.applyTo(invoice.document()).equals(invoice.document());
  }

  private static ObjectNode preview(String operation, VoidReason reason) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("operation", operation)
        .put("reason", reason.value());
  }

  private boolean cards(Invoice invoice) {
    return merchants.get(invoice.merchant()).invoicing().cardCarriers();
  }
}
