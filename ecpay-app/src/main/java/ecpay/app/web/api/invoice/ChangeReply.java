package ecpay.app.web.api.invoice;

import ecpay.app.reading.OrderBooks;
import ecpay.app.reading.Words;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.api.EcpaySays;
import ecpay.app.web.json.Replies;
import ecpay.domain.event.DomainEvent.InvoiceChangeRefused;
import ecpay.domain.event.DomainEvent.InvoiceChangeRequested;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.order.Order;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/**
 * What came of a change of an invoice: done (200), on its way (202), refused by ECPay (502), to a
 * buyer that does not exist (422), unclear, or overtaken by something else (409).
 */
final class ChangeReply {
  private final OrderBooks books;

  ChangeReply(OrderBooks books) {
    this.books = books;
  }

  /**
   * @param done whether the invoice is as it was wanted
   */
  void tell(Context ctx, Invoice invoice, boolean done) {
    Order order = books.orderOf(invoice.merchant(), invoice.order());
    if (!done && !isPending(invoice)) {
      refusal(order, invoice)
          .ifPresentOrElse(
              refused -> tell(ctx, refused),
              () ->
                  new Problem(
                          ProblemCode.OVERTAKEN,
                          "the invoice is now " + Words.state(invoice) + ": look at it")
                      .answer(ctx));
      return;
    }
    ctx.status(done ? HttpStatus.OK : HttpStatus.ACCEPTED);
    Replies.json(ctx, InvoiceView.whole(invoice, books.dossier(order)));
  }

  private static void tell(Context ctx, InvoiceChangeRefused refused) {
    switch (refused.code()) {
      case "BUYER_CHECK" -> new Problem(ProblemCode.BUYER_CHECK, refused.message()).answer(ctx);
      case "ISSUED" -> new Problem(ProblemCode.OVERTAKEN, refused.message()).answer(ctx);
      case "NEVER_HAPPENED", "UNCLEAR" ->
          new Problem(
                  ProblemCode.UNCLEAR,
                  "it is not known whether ECPay did it ("
                      + refused.message()
                      + "): compare its books, then ask again")
              .answer(ctx);
      default -> EcpaySays.refused(ctx, refused.code(), refused.message());
    }
  }

  private static boolean isPending(Invoice invoice) {
    return switch (invoice) {
      case Invoice.Scheduled waiting -> waiting.pending().isPresent();
      case Invoice.Issued issued -> issued.pending().isPresent();
      case Invoice.Requested _,
          Invoice.AwaitingNumbers _,
          Invoice.Unknown _,
          Invoice.Voided _,
          Invoice.Cancelled _,
          Invoice.Refused _ ->
          false;
    };
  }

  /** ECPay's no to the change that was asked for last. */
  private Optional<InvoiceChangeRefused> refusal(Order order, Invoice invoice) {
    return books.events(order).stream()
        .map(RecordedEvent::event)
        .filter(event ->
            switch (event) {
              case InvoiceChangeRequested asked -> asked.invoice().equals(invoice.id());
              case InvoiceChangeRefused refused -> refused.invoice().equals(invoice.id());
              default -> false;
            })
        .reduce((_, last) -> last)
        .filter(InvoiceChangeRefused.class::isInstance)
        .map(InvoiceChangeRefused.class::cast);
  }
}
