package ecpay.sandbox.invoice.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.StoredAllowance;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;

/** What both ways to undo an allowance have in common (invoice-b2c.md section 7.5). */
final class Undoing {
  /** It was cancelled or voided before (errors.md section 4). */
  private static final int ALREADY_VOID = 2000063;

  /** Reason has more than 20 characters (errors.md section 4). */
  private static final int REASON_TOO_LONG = 2009005;

  private static final int REASON_LENGTH = 20;
  private static final int ANY_LENGTH = 5 << 20;

  private Undoing() {}

  /** The allowance that is named with its own invoice. */
  static StoredAllowance allowance(Call call, Ledger ledger) {
    var invoiceNo = call.fields().requiredText("InvoiceNo", 10);
    var number = call.fields().requiredText("AllowanceNo", 16);
    return ledger
        .allowances()
        .find(call.merchantId(), number)
        .filter(a -> a.invoice().number().equals(invoiceNo))
        .orElseThrow(Undoing::notFound);
  }

  static Refusal notFound() {
    return new Refusal(Codes.NO_ALLOWANCE, "The allowance of AllowanceNo is not found.");
  }

  static Refusal alreadyVoid() {
    return new Refusal(ALREADY_VOID, "The allowance of AllowanceNo is void already.");
  }

  /** Reason, 1 to 20 characters (R-ALW-26). */
  static String reason(Fields fields) {
    var reason = fields.requiredText("Reason", ANY_LENGTH);
    if (reason.codePointCount(0, reason.length()) > REASON_LENGTH) {
      throw new Refusal(REASON_TOO_LONG, "Reason is longer than 20 characters.");
    }
    return reason;
  }

  static ObjectNode answer(int code, String message, String invoiceNo) {
    return Json.object()
        .put("RtnCode", code)
        .put("RtnMsg", message)
        .put("IA_Invoice_No", invoiceNo);
  }
}
