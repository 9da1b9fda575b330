package ecpay.sandbox.invoice.query;

import static ecpay.sandbox.pages.Html.escape;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.pages.Html;
import ecpay.sandbox.stock.Term;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code /sandbox/print/{id}}: an invoice as it is printed, for one hour. The last 1,000 pages are
 * kept, under the ledger's lock.
 */
final class Prints {
  static final String PATH = "/sandbox/print/";

  private static final int CAPACITY = 1_000;
  private static final int HOURS = 1;

  /**
   * A page to draw.
   *
   * @param style PrintStyle, 1 to 5
   * @param reprint whether it says that it is no original
   * @param detailed whether the lines are shown
   */
  record Print(IssuedInvoice invoice, int style, boolean reprint, boolean detailed) {}

  private record Kept(Print print, LocalDateTime until) {}

  private final Ledger ledger;
  private final SandboxClock clock;
  private final Map<String, Kept> pages = new LinkedHashMap<>();

  Prints(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void open(Router router) {
    router.under("GET", PATH, request -> ledger.act(() -> answer(request)));
  }

  /** Keeps a page and gives the last part of its address. */
  String keep(Print print) {
    if (pages.size() >= CAPACITY) {
      pages.remove(pages.keySet().iterator().next());
    }
    var id = RandomIds.next();
    pages.put(id, new Kept(print, clock.now().plusHours(HOURS)));
    return id;
  }

  private Reply answer(Request request) {
    var kept = pages.get(request.after(PATH));
    return kept == null || clock.now().isAfter(kept.until())
        ? Html.page(
            404, "找不到頁面 Not found", "<p>連結無效或已逾一小時。 No such page, or older than an hour.</p>")
        : page(kept.print());
  }

  private static Reply page(Print print) {
    var invoice = print.invoice();
    var term = Term.of(invoice.issuedAt().toLocalDate());
    var body =
        """
        <dl><dt>期別 Period</dt><dd>%s年%02d-%02d月</dd><dt>發票號碼 Number</dt><dd>%s</dd>
        <dt>日期 Date</dt><dd>%s</dd><dt>隨機碼 Random number</dt><dd>%s</dd>
        <dt>總計 Total</dt><dd>NT$ %,d</dd><dt>賣方 Seller</dt><dd>%s</dd>
        <dt>買方 Buyer</dt><dd>%s %s</dd><dt>格式 Print style</dt><dd>%d</dd></dl>
        %s
        """
            .formatted(
                term.year(),
                term.number() * 2 - 1,
                term.number() * 2,
                invoice.number().substring(0, 2) + "-" + invoice.number().substring(2),
                invoice.issuedAt().format(Formats.INVOICE_TIME),
                invoice.randomNumber(),
                invoice.amount(),
                IssuedInvoice.SELLER_IDENTIFIER,
                escape(invoice.sent("CustomerIdentifier")),
                escape(invoice.sent("CustomerName")),
                print.style(),
                print.detailed() ? lines(invoice) : "");
    var title = "電子發票證明聯" + (print.reprint() ? "補印 E-invoice, reprint" : " E-invoice");
    return Html.page(200, title, body);
  }

  private static String lines(IssuedInvoice invoice) {
    var rows = new StringBuilder("<table><tbody>\n");
    for (var item : invoice.items()) {
      rows.append("<tr><td>")
          .append(text(item, "ItemName"))
          .append("</td><td>")
          .append(text(item, "ItemCount"))
          .append(' ')
          .append(text(item, "ItemWord"))
          .append("</td><td>")
          .append(text(item, "ItemAmount"))
          .append("</td></tr>\n");
    }
    return rows.append("</tbody></table>").toString();
  }

  private static String text(JsonNode item, String name) {
    return escape(item.path(name).asText());
  }
}
