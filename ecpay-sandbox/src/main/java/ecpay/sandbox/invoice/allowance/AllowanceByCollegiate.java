package ecpay.sandbox.invoice.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.invoice.mail.Mails;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.SentData;
import ecpay.sandbox.ledger.StoredAllowance;
import ecpay.sandbox.ledger.StoredAllowance.Asked;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.util.Set;

/**
 * {@code /B2CInvoice/AllowanceByCollegiate}: asks the buyer for consent to an allowance by mail; it
 * exists from the click on (seed 004).
 */
final class AllowanceByCollegiate implements Operation {
  /** How long the buyer may take: 72 hours. */
  static final Duration CONSENT_TIME = Duration.ofDays(3);

  private final Ledger ledger;
  private final Mails mails;
  private final SandboxClock clock;

  AllowanceByCollegiate(Ledger ledger, Mails mails, SandboxClock clock) {
    this.ledger = ledger;
    this.mails = mails;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/AllowanceByCollegiate";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var notify = fields.requiredChoice("AllowanceNotify", Set.of("E"));
    checkName(fields);
    AllowanceRules.checkRecipient(fields, notify);
    var returnUrl = Formats.requiredCallbackUrl(fields, "ReturnURL");
    var invoice = AllowanceRules.invoice(call, ledger);
    var allowances = ledger.allowances();
    var amount = AllowanceRules.checkedAmount(fields, invoice, ledger);
    var now = clock.now();
    var expiry = now.plus(CONSENT_TIME);
    var allowance =
        StoredAllowance.online(
            call.signer(),
            allowances.nextNumber(now),
            invoice,
            amount,
            now,
            SentData.of(call.data()),
            new Asked(RandomIds.next(), expiry, returnUrl));
    allowances.add(allowance);
    mails.askConsent(allowance, fields.text("NotifyMail", 100));
    return Json.object()
        .put("RtnCode", 1)
        .put("RtnMsg", "Success")
        .put("IA_Allow_No", allowance.number())
        .put("IA_Invoice_No", invoice.number())
        .put("IA_TempDate", now.format(Formats.INVOICE_TIME))
        .put("IA_TempExpireDate", expiry.format(Formats.INVOICE_TIME))
        .put("IA_Remain_Allowance_Amt", allowances.remaining(invoice));
  }

  /** Digits, Chinese and Latin letters only (R-ALW-15). */
  private static void checkName(Fields fields) {
    if (!fields.text("CustomerName", 60).codePoints().allMatch(AllowanceByCollegiate::isPlain)) {
      throw fields.malformed("CustomerName", "has other characters than letters and digits");
    }
  }

  private static boolean isPlain(int character) {
    var script = UnicodeScript.of(character);
    return Character.isDigit(character)
        || (Character.isLetter(character)
            && (script == UnicodeScript.HAN || script == UnicodeScript.LATIN));
  }

  /** Null or blank on failure, as seed 004 says field by field. */
  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return Json.object()
        .put("RtnCode", refusal.code())
        .put("RtnMsg", refusal.message())
        .putNull("IA_Allow_No")
        .put("IA_Invoice_No", "")
        .put("IA_TempDate", "")
        .put("IA_TempExpireDate", "")
        .putNull("IA_Remain_Allowance_Amt");
  }
}
