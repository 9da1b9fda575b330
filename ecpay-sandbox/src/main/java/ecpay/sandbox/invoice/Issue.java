package ecpay.sandbox.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.Locale;
import java.util.Set;

/** {@code /B2CInvoice/Issue}: issues an invoice (invoice-b2c.md sections 2 to 5). */
final class Issue implements Operation {
  /**
   * RelateNumber was used before, in whatever case. The reference has two codes, 10000009 and
   * 5070357; the sandbox answers the one seen in the field.
   */
  static final int RELATE_NUMBER_USED = 5070357;

  private static final int ITEMS = 999;

  private final Ledger ledger;
  private final SandboxClock clock;

  Issue(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/Issue";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var relateNumber = fields.requiredText("RelateNumber", 50);
    if (!Formats.isAlphanumeric(relateNumber)) {
      throw fields.malformed("RelateNumber", "has other characters than letters and digits");
    }
    checkSmallFields(fields);
    BuyerRules.check(fields);
    var items = fields.requiredList("Items", ITEMS);
    var kinds = TaxRules.check(fields, items);
    var amount = ItemRules.checkedAmount(fields, items);
    var invoices = ledger.invoices();
    if (invoices.isUsed(call.merchantId(), relateNumber)) {
      throw new Refusal(RELATE_NUMBER_USED, "RelateNumber is already used.");
    }
    var now = clock.now();
    var number = Numbers.draw(call, ledger, now.toLocalDate());
    var invoice =
        new IssuedInvoice(
            call.merchantId(),
            number,
            relateNumber,
            now,
            randomNumber(number),
            amount,
            fields.text("TaxType", 1),
            kinds,
            ItemRules.vatIncluded(fields),
            call.data());
    invoices.add(invoice);
    return answer(1, "Success", number, now.format(Formats.INVOICE_TIME), invoice.randomNumber());
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
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

  private static void checkSmallFields(Fields fields) {
    fields.choice("ChannelPartner", Set.of("1"));
    fields.text("ProductServiceID", 10);
    fields.text("InvoiceRemark", 200);
    fields.whole("TaxAmount", 0, 99_999_999_999L);
  }

  /** Four digits that look random and stay the same for the same number. */
  private static String randomNumber(String number) {
    return String.format(Locale.ROOT, "%04d", Math.floorMod(number.hashCode() * 31, 10_000));
  }
}
