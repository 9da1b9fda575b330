package ecpay.sandbox.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.invoice.mail.Mails;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.StoredAllowance;
import ecpay.sandbox.ledger.StoredAllowance.Status;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.Optional;
import java.util.Set;

/** {@code /B2CInvoice/InvoiceNotify}: sends a message about an invoice (seed 003). */
final class InvoiceNotify implements Operation {
  private static final Set<String> TAGS = Set.of("I", "II", "A", "AI", "AW", "OA");
  private static final Set<String> TAGS_OF_ALLOWANCES = Set.of("A", "AI", "OA");

  private final Ledger ledger;
  private final Mails mails;

  InvoiceNotify(Ledger ledger, Mails mails) {
    this.ledger = ledger;
    this.mails = mails;
  }

  @Override
  public String path() {
    return "/B2CInvoice/InvoiceNotify";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var number = fields.requiredText("InvoiceNo", 10);
    var tag = fields.requiredChoice("InvoiceTag", TAGS);
    var notify = fields.requiredChoice("Notify", Set.of("S", "E", "A"));
    var notified = fields.requiredChoice("Notified", Set.of("C", "M", "A"));
    checkRecipient(fields, notify);
    if (tag.equals("OA") && !notify.equals("E")) {
      throw fields.malformed("Notify", "must be E for the tag OA");
    }
    if (tag.equals("OA") && !notified.equals("C")) {
      throw fields.malformed("Notified", "must be C for the tag OA");
    }
    var allowanceNo = fields.text("AllowanceNo", 16);
    if (TAGS_OF_ALLOWANCES.contains(tag) && allowanceNo.isEmpty()) {
      throw fields.missing("AllowanceNo");
    }
    var invoice =
        ledger
            .invoices()
            .find(call.merchantId(), number)
            .orElseThrow(
                () -> new Refusal(Codes.NO_INVOICE, "The invoice of InvoiceNo is not found."));
    var allowance =
        TAGS_OF_ALLOWANCES.contains(tag)
            ? Optional.of(allowance(invoice, allowanceNo))
            : Optional.<StoredAllowance>empty();
    checkHappened(tag, invoice, allowance);
    mails.send(
        new Mails.Request(
            invoice,
            allowance,
            tag,
            notify,
            notified,
            fields.text("NotifyMail", 200),
            fields.text("Phone", 20)));
    return answer(1, "Success", call.merchantId());
  }

  /** A message tells only what has happened, and asks only for a consent that is still open. */
  private static void checkHappened(
      String tag, IssuedInvoice invoice, Optional<StoredAllowance> allowance) {
    var status = allowance.map(StoredAllowance::status);
    var happened =
        switch (tag) {
          case "II" -> invoice.isVoid();
          case "A" -> allowance.flatMap(StoredAllowance::issued).isPresent();
          case "AI" -> status.filter(s -> s == Status.CANCELLED || s == Status.VOID).isPresent();
          case "OA" -> status.filter(s -> s == Status.AWAITING_CONSENT).isPresent();
          default -> true;
        };
    if (!happened) {
      throw new Refusal(
          Codes.FORBIDDEN_BY_STATE,
          "InvoiceTag " + tag + " does not fit the state of the document.");
    }
  }

  private static void checkRecipient(Fields fields, String notify) {
    var phone = fields.text("Phone", 20);
    var mail = fields.text("NotifyMail", 200);
    if (mail.isEmpty() && (phone.isEmpty() || notify.equals("E"))) {
      throw fields.missing("NotifyMail");
    }
    if (phone.isEmpty() && notify.equals("S")) {
      throw fields.missing("Phone");
    }
    if (!phone.isEmpty() && !Formats.isDigits(phone)) {
      throw fields.malformed("Phone", "has other characters than digits");
    }
    if (!mail.isEmpty() && !Formats.isEmailList(mail)) {
      throw fields.malformed("NotifyMail", "is not a list of addresses");
    }
  }

  private StoredAllowance allowance(IssuedInvoice invoice, String number) {
    return ledger.allowances().of(invoice).stream()
        .filter(a -> a.number().equals(number))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(Codes.NO_ALLOWANCE, "The allowance of AllowanceNo is not found."));
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return answer(refusal.code(), refusal.message(), merchantId);
  }

  /** Seed 003 shows MerchantID as a number here (D-03). */
  private static ObjectNode answer(int code, String message, String merchantId) {
    var answer = Json.object().put("RtnCode", code).put("RtnMsg", message);
    return Formats.isDigits(merchantId) && merchantId.length() <= 10
        ? answer.put("MerchantID", Long.parseLong(merchantId))
        : answer.put("MerchantID", merchantId);
  }
}
