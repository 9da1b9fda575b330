package ecpay.adapter.http.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceArchive.Page;
import java.time.LocalDate;
import java.util.List;

/** One page of the invoices of some days, without filters (U-10). */
record GetIssueList(LocalDate from, LocalDate through, int page, int size)
    implements InvoiceOperation<Page> {

  @Override
  public void write(ObjectNode data) {
    data.put("BeginDate", WireTime.day(from));
    data.put("EndDate", WireTime.day(through));
    data.put("NumPerPage", size);
    data.put("ShowingPage", page);
  }

  @Override
  public boolean mayAnswerPlainly() {
    return true;
  }

  @Override
  public Answer<Page> read(Fields answer) {
    if (answer.saysNoData()) {
      return new Answer.Accepted<>(new Page(0, List.of()));
    }
    return answer.isSuccess()
        ? new Answer.Accepted<>(
            new Page(
                total(answer),
                answer.list("InvoiceData").stream().map(KnownInvoices::read).toList()))
        : answer.refusal();
  }

  private static int total(Fields answer) {
    long total = answer.whole("TotalCount").orElse(-1);
    if (total < 0 || total != (int) total) {
      throw new UnreadableException("no TotalCount");
    }
    return (int) total;
  }
}
