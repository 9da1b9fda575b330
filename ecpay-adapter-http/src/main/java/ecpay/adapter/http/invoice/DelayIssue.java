package ecpay.adapter.http.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway.Done;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.merchant.CallbackUrl;
import ecpay.domain.order.InvoiceTiming;

/** Gives ECPay an invoice to be issued later (invoice-b2c.md section 6). */
record DelayIssue(
    InvoiceId tsr, InvoiceDocument document, InvoiceTiming.Delayed delay, CallbackUrl notifyUrl)
    implements InvoiceOperation<Done> {
  static final String PAY_TYPE = "2";
  private static final String PAY_ACT = "ECPAY";

  /** R-INV-31. */
  @Override
  public void write(ObjectNode data) {
    Documents.write(data, document);
    data.put("DelayFlag", delayFlag());
    data.put("DelayDay", delay.days());
    data.put("Tsr", tsr.value());
    data.put("PayType", PAY_TYPE);
    data.put("PayAct", PAY_ACT);
    data.put("NotifyURL", notifyUrl.value());
  }

  private String delayFlag() {
    return switch (delay) {
      case InvoiceTiming.AfterDays(int _) -> "1";
      case InvoiceTiming.OnTrigger(int _) -> "2";
    };
  }

  /** Both numbers are ours alone, so used before means that an earlier call succeeded. */
  @Override
  public Answer<Done> read(Fields answer) {
    if (Documents.wasUsedBefore(answer)) {
      return new Answer.Accepted<>(new Done());
    }
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    answer.demandSame("OrderNumber", tsr.value());
    return new Answer.Accepted<>(new Done());
  }
}
