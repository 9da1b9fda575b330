package ecpay.sandbox.invoice.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.InvoiceDraft;
import ecpay.sandbox.ledger.SentData;
import java.util.Set;

/** Every check of an Issue's Data that needs nothing else (invoice-b2c.md sections 2 to 5). */
public final class Draft {
  private static final int ITEMS = 999;

  private Draft() {}

  /**
   * The invoice that the fields describe.
   *
   * @param data the object that the fields are read from
   * @throws ecpay.sandbox.field.Refusal naming the first bad field
   */
  public static InvoiceDraft checked(Fields fields, ObjectNode data) {
    var relateNumber = fields.requiredText("RelateNumber", 50);
    if (!Formats.isAlphanumeric(relateNumber)) {
      throw fields.malformed("RelateNumber", "has other characters than letters and digits");
    }
    checkSmallFields(fields);
    BuyerRules.check(fields);
    var items = fields.requiredList("Items", ITEMS);
    var kinds = TaxRules.check(fields, items);
    var amount = ItemRules.checkedAmount(fields, items);
    var taxType = fields.text("TaxType", 1);
    return new InvoiceDraft(
        relateNumber, amount, taxType, kinds, ItemRules.vatIncluded(fields), SentData.of(data));
  }

  private static void checkSmallFields(Fields fields) {
    fields.choice("ChannelPartner", Set.of("1"));
    fields.text("ProductServiceID", 10);
    fields.text("InvoiceRemark", 200);
    fields.whole("TaxAmount", 0, 99_999_999_999L);
  }
}
