package ecpay.sandbox.invoice.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.invoice.mail.Mails;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.SentData;
import ecpay.sandbox.ledger.StoredAllowance;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.Set;

/** {@code /B2CInvoice/Allowance}: an allowance signed on paper, issued at once (section 7.1). */
final class Allowance implements Operation {
  private final Ledger ledger;
  private final Mails mails;
  private final SandboxClock clock;

  Allowance(Ledger ledger, Mails mails, SandboxClock clock) {
    this.ledger = ledger;
    this.mails = mails;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/Allowance";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var notify = fields.requiredChoice("AllowanceNotify", Set.of("S", "E", "A", "N"));
    fields.text("CustomerName", 60);
    AllowanceRules.checkRecipient(fields, notify);
    var invoice = AllowanceRules.invoice(call, ledger);
    var allowances = ledger.allowances();
    var amount = AllowanceRules.checkedAmount(fields, invoice, ledger);
    var now = clock.now();
    var allowance =
        StoredAllowance.onPaper(
            call.signer(),
            allowances.nextNumber(now),
            invoice,
            amount,
            now,
            SentData.of(call.data()),
            ledger.uploads().add(now.plusDays(AllowanceInfo.UPLOADED_AFTER_DAYS)));
    allowances.add(allowance);
    if (notify.equals("E") || notify.equals("A")) {
      mails.tellIssued(allowance, "EMAIL", fields.text("NotifyMail", 100));
    }
    if (notify.equals("S") || notify.equals("A")) {
      mails.tellIssued(allowance, "SMS", fields.text("NotifyPhone", 20));
    }
    return Json.object()
        .put("RtnCode", 1)
        .put("RtnMsg", "Success")
        .put("IA_Allow_No", allowance.number())
        .put("IA_Invoice_No", invoice.number())
        .put("IA_Date", now.format(Formats.INVOICE_TIME))
        .put("IA_Remain_Allowance_Amt", allowances.remaining(invoice));
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return Json.object()
        .put("RtnCode", refusal.code())
        .put("RtnMsg", refusal.message())
        .putNull("IA_Allow_No")
        .put("IA_Invoice_No", "")
        .put("IA_Date", "")
        .putNull("IA_Remain_Allowance_Amt");
  }
}
