package ecpay.sandbox.invoice.allowance;

import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.invoice.content.ItemRules;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Call;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What both kinds of allowance ask of their Data: invoice-b2c.md section 7, seed 004. */
final class AllowanceRules {
  private static final int ITEMS = 999;
  private static final long LARGEST_AMOUNT = 999_999_999_999L;

  private AllowanceRules() {}

  /** The invoice that is named with its own date. */
  static IssuedInvoice invoice(Call call, Ledger ledger) {
    var number = call.fields().requiredText("InvoiceNo", 10);
    var date = Formats.requiredDay(call.fields(), "InvoiceDate");
    var invoice =
        ledger
            .invoices()
            .find(call.merchantId(), number, date)
            .orElseThrow(() ->
                new Refusal(
                    Codes.NO_INVOICE, "The invoice of InvoiceNo and InvoiceDate is not found."));
    if (invoice.isVoid()) {
      throw new Refusal(Codes.FORBIDDEN_BY_STATE, "The invoice is void.");
    }
    return invoice;
  }

  /** NotifyMail and NotifyPhone as AllowanceNotify needs them. */
  static void checkRecipient(Fields fields, String notify) {
    var mail = fields.text("NotifyMail", 100);
    var phone = fields.text("NotifyPhone", 20);
    if (mail.isEmpty() && (notify.equals("E") || notify.equals("A"))) {
      throw fields.missing("NotifyMail");
    }
    if (!mail.isEmpty() && !Formats.isEmailList(mail)) {
      throw fields.malformed("NotifyMail", "is not a list of addresses");
    }
    if (phone.isEmpty() && (notify.equals("S") || notify.equals("A"))) {
      throw fields.missing("NotifyPhone");
    }
    if (!phone.isEmpty() && !Formats.isDigits(phone)) {
      throw fields.malformed("NotifyPhone", "has other characters than digits");
    }
  }

  /** AllowanceAmount, checked against the lines and against what the invoice has left. */
  static long checkedAmount(Fields fields, IssuedInvoice invoice, Ledger ledger) {
    var amount = fields.requiredWhole("AllowanceAmount", 1, LARGEST_AMOUNT);
    var items = fields.requiredList("Items", ITEMS);
    var sum = checkedSum(items, invoice);
    if (ledger.switches().bothTaxKinds() && invoice.taxType().equals("9")) {
      checkBothKinds(fields, items);
    }
    if (sum.compareTo(BigDecimal.valueOf(amount)) != 0) {
      throw fields.malformed("AllowanceAmount", "is not the sum of ItemAmount");
    }
    var remaining = ledger.allowances().remaining(invoice);
    if (amount > remaining) {
      throw fields.malformed("AllowanceAmount", "is more than the remaining amount " + remaining);
    }
    return amount;
  }

  /** Seed 004 read word by word: the lines of the allowance itself are mixed (D-46). */
  private static void checkBothKinds(Fields fields, List<Fields> items) {
    var kinds = items.stream().map(i -> i.text("ItemTaxType", 1)).collect(Collectors.toSet());
    if (!kinds.contains("1") || kinds.size() < 2) {
      throw fields.malformed("Items", "needs a taxable line and one of another kind");
    }
  }

  private static BigDecimal checkedSum(List<Fields> items, IssuedInvoice invoice) {
    var seen = new HashSet<Long>();
    var sum = BigDecimal.ZERO;
    for (var item : items) {
      if (!seen.add(item.requiredWhole("ItemSeq", 1, 999))) {
        throw item.malformed("ItemSeq", "comes twice");
      }
      item.requiredText("ItemName", 100);
      item.requiredText("ItemWord", 6);
      var count = item.requiredDecimal("ItemCount", 8, 2);
      var price = item.requiredDecimal("ItemPrice", 8, 7);
      var amount = item.requiredDecimal("ItemAmount", 8, 0);
      if (amount.signum() < 0) {
        throw item.malformed("ItemAmount", "is below zero");
      }
      // Without tax in the price the rule cannot hold as written (U-05).
      if (invoice.vatIncluded() && !ItemRules.isWithinOne(price.multiply(count), amount)) {
        throw item.malformed("ItemAmount", "differs from ItemPrice x ItemCount by more than 1");
      }
      checkTaxType(item, invoice);
      sum = sum.add(amount);
    }
    return sum;
  }

  /** Required on a mixed invoice, and always a kind that the invoice has (R-ALW-12, D-46). */
  private static void checkTaxType(Fields item, IssuedInvoice invoice) {
    var kind = item.choice("ItemTaxType", Set.of("1", "2", "3"));
    if (kind.isEmpty() && invoice.taxType().equals("9")) {
      throw item.missing("ItemTaxType");
    }
    if (!kind.isEmpty() && !invoice.taxKinds().isEmpty() && !invoice.taxKinds().contains(kind)) {
      throw item.malformed("ItemTaxType", "is no kind of tax on this invoice");
    }
  }
}
