package ecpay.sandbox.invoice.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.wire.Json;

/** The answer Data of the operations that issue at once: number, time and random number. */
public final class IssueAnswer {
  private IssueAnswer() {}

  public static ObjectNode of(IssuedInvoice invoice) {
    return answer(
        1,
        "Success",
        invoice.number(),
        invoice.issuedAt().format(Formats.INVOICE_TIME),
        invoice.randomNumber());
  }

  public static ObjectNode refused(Refusal refusal) {
    return answer(refusal.code(), refusal.message(), "", "", "");
  }

  private static ObjectNode answer(
      int code, String message, String number, String date, String random) {
    return Json.object()
        .put("RtnCode", code)
        .put("RtnMsg", message)
        .put("InvoiceNo", number)
        .put("InvoiceDate", date)
        .put("RandomNumber", random);
  }
}
