package ecpay.sandbox.invoice.content;

import ecpay.sandbox.field.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which kinds of tax go together: invoice-b2c.md section 3. */
final class TaxRules {
  private static final Set<String> TAX_TYPES = Set.of("1", "2", "3", "4", "9");
  private static final Set<String> ITEM_TAX_TYPES = Set.of("1", "2", "3");
  private static final Set<String> REASONS =
      Set.of("71", "72", "73", "74", "75", "76", "77", "78", "79");

  private TaxRules() {}

  /**
   * Checks the tax fields and gives the tax kinds of the lines, each 1, 2 or 3; none for the
   * special rate.
   */
  static Set<String> check(Fields fields, List<Fields> items) {
    var general = fields.requiredChoice("InvType", Set.of("07", "08")).equals("07");
    var type = fields.requiredChoice("TaxType", TAX_TYPES);
    if (!(general ? Set.of("1", "2", "3", "9") : Set.of("3", "4")).contains(type)) {
      throw fields.malformed("TaxType", "does not fit InvType");
    }
    checkSpecialRate(fields, type);
    var kinds = type.equals("9") ? mixed(fields, items) : single(type, items);
    checkZeroRate(fields, kinds.contains("2"));
    return kinds;
  }

  private static void checkSpecialRate(Fields fields, String type) {
    var special = fields.whole("SpecialTaxType", 0, 8).orElse(0L);
    var sound =
        switch (type) {
          case "3" -> special == 8;
          case "4" -> special >= 1;
          default -> special == 0;
        };
    if (!sound) {
      throw fields.malformed("SpecialTaxType", "does not fit TaxType");
    }
  }

  private static Set<String> single(String type, List<Fields> items) {
    if (type.equals("4")) {
      return Set.of();
    }
    for (var item : items) {
      var kind = item.choice("ItemTaxType", ITEM_TAX_TYPES);
      if (!kind.isEmpty() && !kind.equals(type)) {
        throw item.malformed("ItemTaxType", "differs from TaxType");
      }
    }
    return Set.of(type);
  }

  private static Set<String> mixed(Fields fields, List<Fields> items) {
    var kinds = new HashSet<String>();
    for (var item : items) {
      kinds.add(item.requiredChoice("ItemTaxType", ITEM_TAX_TYPES));
    }
    if (!kinds.equals(Set.of("1", "2")) && !kinds.equals(Set.of("1", "3"))) {
      throw fields.malformed(
          "TaxType", "9 needs taxable items and either zero-rated or exempt ones");
    }
    return kinds;
  }

  private static void checkZeroRate(Fields fields, boolean zeroRated) {
    var mark = fields.choice("ClearanceMark", Set.of("1", "2"));
    var reason = fields.choice("ZeroTaxRateReason", REASONS);
    if (zeroRated && mark.isEmpty()) {
      throw fields.missing("ClearanceMark");
    }
    if (zeroRated && reason.isEmpty()) {
      throw fields.missing("ZeroTaxRateReason");
    }
    if (!zeroRated && !mark.isEmpty()) {
      throw fields.malformed("ClearanceMark", "belongs to zero-rated sales only");
    }
    if (!zeroRated && !reason.isEmpty()) {
      throw fields.malformed("ZeroTaxRateReason", "belongs to zero-rated sales only");
    }
  }
}
