package ecpay.sandbox.invoice.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * {@code /B2CInvoice/GetIssueList}: the invoices of a range of days, oldest first, page by page
 * (invoice-b2c.md section 10).
 */
final class GetIssueList implements Operation {
  private static final int LARGEST_PAGE = 200;
  private static final int LAST_PAGE = 1_000_000;

  private final Ledger ledger;
  private final SandboxClock clock;

  GetIssueList(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/GetIssueList";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public boolean answersPlainly() {
    return ledger.act(() -> ledger.switches().plainIssueList());
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var begin = Formats.requiredDay(fields, "BeginDate");
    var end = Formats.requiredDay(fields, "EndDate");
    if (end.isBefore(begin)) {
      throw fields.malformed("EndDate", "is before BeginDate");
    }
    var size = fields.requiredWhole("NumPerPage", 1, LARGEST_PAGE);
    var page = fields.requiredWhole("ShowingPage", 1, LAST_PAGE);
    var found = within(call.merchantId(), begin, end);
    var shown = found.stream().skip((page - 1) * size).limit(size).toList();
    return answer(1, "Success", found.size(), page, shown);
  }

  private List<IssuedInvoice> within(String merchantId, LocalDate begin, LocalDate end) {
    return ledger.invoices().all().stream()
        .filter(i -> i.merchantId().equals(merchantId))
        .filter(i -> !i.issuedAt().toLocalDate().isBefore(begin))
        .filter(i -> !i.issuedAt().toLocalDate().isAfter(end))
        .sorted(Comparator.comparing(IssuedInvoice::issuedAt).thenComparing(IssuedInvoice::number))
        .toList();
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return answer(refusal.code(), refusal.message(), 0, 0, List.of());
  }

  private ObjectNode answer(
      int code, String message, int total, long page, List<IssuedInvoice> shown) {
    var answer =
        Json.object()
            .put("RtnCode", code)
            .put("RtnMsg", message)
            .put("TotalCount", total)
            .put("ShowingPage", page);
    var list = answer.putArray("InvoiceData");
    shown.forEach(invoice -> list.add(InvoiceFacts.of(invoice, ledger, clock.now())));
    return answer;
  }
}
