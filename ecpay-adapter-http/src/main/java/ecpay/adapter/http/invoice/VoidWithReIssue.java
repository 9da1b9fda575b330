package ecpay.adapter.http.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.document.InvoiceDocument;

/** Annuls an invoice and issues it anew under its number and time (R-INV-27). */
record VoidWithReIssue(IssuedInvoice invoice, VoidReason reason, InvoiceDocument document)
    implements InvoiceOperation<IssuedInvoice> {

  @Override
  public void write(ObjectNode data) {
    data.putObject("VoidModel")
        .put("MerchantID", data.path("MerchantID").textValue())
        .put("InvoiceNo", invoice.number().value())
        .put("VoidReason", reason.value());
    ObjectNode issue = data.putObject("IssueModel");
    Documents.write(issue, document);
    issue.put("InvoiceDate", WireTime.invoice(invoice.issuedAt()));
  }

  @Override
  public Answer<IssuedInvoice> read(Fields answer) {
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    answer.demandSame("InvoiceNo", invoice.number().value());
    return new Answer.Accepted<>(Documents.issued(answer));
  }
}
