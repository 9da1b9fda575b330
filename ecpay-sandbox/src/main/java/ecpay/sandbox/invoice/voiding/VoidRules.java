package ecpay.sandbox.invoice.voiding;

import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.VoidWindow;
import java.time.LocalDateTime;

/** What may be voided, why and how long: invoice-b2c.md section 8. */
final class VoidRules {
  /** The reason is too long (errors.md section 4). */
  private static final int LONG_REASON = 2009005;

  /** An allowance is issued or awaits consent (errors.md section 4, R-INV-23). */
  private static final int LIVE_ALLOWANCE = 5070450;

  private static final int REASON_LENGTH = 20;
  private static final int ANY_LENGTH = 5 << 20;

  private VoidRules() {}

  /** A reason of 1 to 20 characters (R-INV-25). */
  static String reason(Fields fields, String name) {
    var reason = fields.requiredText(name, ANY_LENGTH);
    if (reason.codePointCount(0, reason.length()) > REASON_LENGTH) {
      throw new Refusal(LONG_REASON, "Parameter Error. " + name + " is too long.");
    }
    return reason;
  }

  /** Refuses an invoice that cannot be voided at this moment. */
  static void check(Ledger ledger, IssuedInvoice invoice, LocalDateTime now) {
    if (invoice.isVoid()) {
      throw forbidden("The invoice is already void.");
    }
    if (invoice.sent("Donation").equals("1")) {
      throw forbidden("The invoice is donated.");
    }
    if (!VoidWindow.isOpen(invoice.issuedAt(), now)) {
      throw forbidden("The period of the invoice is closed.");
    }
    if (ledger.allowances().remaining(invoice) < invoice.amount()) {
      throw new Refusal(LIVE_ALLOWANCE, "The invoice has an allowance.");
    }
  }

  static Refusal forbidden(String why) {
    return new Refusal(Codes.FORBIDDEN_BY_STATE, why);
  }
}
