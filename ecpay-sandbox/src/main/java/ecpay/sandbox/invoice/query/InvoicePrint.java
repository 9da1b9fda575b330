package ecpay.sandbox.invoice.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code /B2CInvoice/InvoicePrint}: gives the address of a page with the invoice as it is printed
 * (invoice-b2c.md section 10). What has no paper has no page: an invoice with Print 0, that is with
 * a carrier or a donation, a void one, and one that allowances reduced to 0.
 */
final class InvoicePrint implements Operation {
  private static final int SINGLE_SIDED = 1;
  private static final int FIRST_FOR_COMPANIES = 4;
  private static final int LAST_STYLE = 5;

  private final Ledger ledger;
  private final Prints prints;
  private final Supplier<String> url;

  InvoicePrint(Ledger ledger, Prints prints, Supplier<String> url) {
    this.ledger = ledger;
    this.prints = prints;
    this.url = url;
  }

  @Override
  public String path() {
    return "/B2CInvoice/InvoicePrint";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var number = fields.requiredText("InvoiceNo", 10);
    var date = fields.requiredText("InvoiceDate", 20).replace('/', '-');
    var style = fields.whole("PrintStyle", 1, LAST_STYLE).orElse((long) SINGLE_SIDED);
    var reprint = !fields.choice("IsReprintInvoice", Set.of("Y")).isEmpty();
    var detailed = !fields.choice("IsShowingDetail", Set.of("1", "2")).equals("2");
    var invoice =
        ledger
            .invoices()
            .find(call.merchantId(), number)
            .filter(i -> isIssuedAt(i, date))
            .filter(this::isOnPaper)
            .orElseThrow(
                () -> new Refusal(Codes.NO_INVOICE, "There is no such invoice to be printed."));
    checkStyle(fields, style, invoice);
    var id = prints.keep(new Prints.Print(invoice, (int) style.longValue(), reprint, detailed));
    return answer(1, "Success", url.get() + Prints.PATH + id);
  }

  /** The day of issue, with or without the time. */
  private static boolean isIssuedAt(IssuedInvoice invoice, String date) {
    var time = invoice.issuedAt().format(Formats.INVOICE_TIME);
    return time.equals(date) || time.substring(0, 10).equals(date);
  }

  private boolean isOnPaper(IssuedInvoice invoice) {
    return invoice.sent("Print").equals("1")
        && !invoice.isVoid()
        && ledger.allowances().remaining(invoice) > 0;
  }

  private static void checkStyle(Fields fields, long style, IssuedInvoice invoice) {
    if (style >= FIRST_FOR_COMPANIES && invoice.sent("CustomerIdentifier").isEmpty()) {
      throw fields.malformed("PrintStyle", "4 and 5 are for companies only");
    }
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return answer(refusal.code(), refusal.message(), "");
  }

  private static ObjectNode answer(int code, String message, String page) {
    return Json.object().put("RtnCode", code).put("RtnMsg", message).put("InvoiceHtml", page);
  }
}
