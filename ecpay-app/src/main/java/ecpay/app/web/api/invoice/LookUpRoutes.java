package ecpay.app.web.api.invoice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ecpay.app.reading.OrderBooks;
import ecpay.app.reading.Words;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.api.ApiAccess;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.EcpaySays;
import ecpay.app.web.api.Requested;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.Replies;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceArchive.PrintStyle;
import ecpay.domain.invoice.usecase.CompareInvoices;
import ecpay.domain.invoice.usecase.LookUpInvoice;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.Order;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks at invoices: in our books, in ECPay's, in both beside each other, and on paper. */
public final class LookUpRoutes implements Routes {
  private static final String INVOICES = "/api/v1/invoices";
  private static final String INVOICE = INVOICES + "/{id}";

  private final LookUpInvoice lookUp;
  private final CompareInvoices compare;
  private final Merchants merchants;
  private final OrderBooks books;

  /** One at a time for a merchant, whose invoices are issued in the same lane. */
  private final Set<MerchantId> comparing = ConcurrentHashMap.newKeySet();

  public LookUpRoutes(
      LookUpInvoice lookUp, CompareInvoices compare, Merchants merchants, OrderBooks books) {
    this.lookUp = lookUp;
    this.compare = compare;
    this.merchants = merchants;
    this.books = books;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(INVOICES + "/compare", this::compare);
    routes.get(INVOICE, this::show);
    routes.get(INVOICE + "/at-ecpay", this::atEcpay);
    routes.post(INVOICE + "/print", DryRun.impossible(this::print));
  }

  private void show(Context ctx) {
    Invoice invoice = Requested.invoice(ctx, books);
    Order order = books.orderOf(invoice.merchant(), invoice.order());
    Replies.json(ctx, InvoiceView.whole(invoice, books.dossier(order)));
  }

  private void atEcpay(Context ctx) {
    Invoice invoice = Requested.invoice(ctx, books);
    EcpaySays.tell(
        ctx,
        lookUp.atEcpay(merchants.get(invoice.merchant()), invoice.id()),
        shown -> Replies.json(ctx, KnownInvoiceView.of(shown)));
  }

  private void compare(Context ctx) {
    Merchant merchant = merchants.get(ApiAccess.merchant(ctx));
    LocalDate day = day(Requested.query(ctx, "date"));
    if (!comparing.add(merchant.id())) {
      new Problem(
              ProblemCode.COMPARISON_RUNNING,
              "a comparison is running already; ask again when it has answered")
          .answer(ctx);
      return;
    }
    try {
      EcpaySays.tell(
          ctx,
          compare.compare(merchant, day),
          comparison -> Replies.json(ctx, KnownInvoiceView.of(comparison)));
    } finally {
      comparing.remove(merchant.id());
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw new BadRequestResponse("?date= is a day such as 2026-11-21");
    }
  }

  private void print(Context ctx) {
    Invoice invoice = Requested.invoice(ctx, books);
    PrintStyle style =
        JsonBody.read(
            ctx,
            body ->
                body.word("style", Words::printStyle, Words.of(PrintStyle.values()))
                    .orElse(PrintStyle.SINGLE_SIDED));
    EcpaySays.tell(
        ctx,
        lookUp.print(merchants.get(invoice.merchant()), invoice.id(), style),
        page ->
            Replies.json(ctx, JsonNodeFactory.instance.objectNode().put("url", page.toString())));
  }
}
