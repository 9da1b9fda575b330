package ecpay.adapter.http.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway.IssueReply;
import ecpay.domain.invoice.document.InvoiceDocument;
import java.util.Set;

/** Issues an invoice (invoice-b2c.md section 2). */
record Issue(InvoiceDocument document) implements InvoiceOperation<IssueReply> {
  /** No track was added, none is enabled, or all are exhausted (R-INV-28). */
  private static final Set<String> NO_NUMBERS = Set.of("5070350", "1500047");

  @Override
  public void write(ObjectNode data) {
    Documents.write(data, document);
  }

  /** Of a RelateNumber that was used before, GetIssue must tell. */
  @Override
  public Answer<IssueReply> read(Fields answer) {
    if (Documents.wasUsedBefore(answer)) {
      return new Answer.Unknown<>(
          answer.rtnCode() + ", RelateNumber used before: " + answer.rtnMsg(), false);
    }
    if (NO_NUMBERS.contains(answer.rtnCode())) {
      return new Answer.Accepted<>(new IssueReply.NoNumbers(answer.rtnCode(), answer.rtnMsg()));
    }
    return answer.isSuccess()
        ? new Answer.Accepted<>(new IssueReply.Issued(Documents.issued(answer)))
        : answer.refusal();
  }
}
