package ecpay.sandbox.aio.checkout;

import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.aio.AioMethod;
import java.util.EnumSet;
import java.util.Set;

/** ChoosePayment, ChooseSubPayment and IgnorePayment: among what the buyer may choose. */
final class MethodRules {
  /** BNPL below 3000 (R-ORD-05). */
  static final int BNPL_TOO_SMALL = 10200105;

  private static final long BNPL_FROM = 3_000;

  private MethodRules() {}

  static Set<AioMethod> methods(Fields fields, long amount) {
    var chosen = fields.requiredText("ChoosePayment", 20);
    var ignored = fields.text("IgnorePayment", 100);
    if (chosen.equals("ALL")) {
      var all = EnumSet.allOf(AioMethod.class);
      if (amount < BNPL_FROM) {
        all.remove(AioMethod.BNPL);
      }
      all.removeAll(ignored(fields, ignored));
      return all;
    }
    if (!ignored.isEmpty()) {
      throw fields.malformed("IgnorePayment", "needs ChoosePayment ALL");
    }
    var method = named(fields, "ChoosePayment", chosen);
    if (method == AioMethod.BNPL && amount < BNPL_FROM) {
      throw new Refusal(BNPL_TOO_SMALL, "BNPL needs a TotalAmount of at least 3000.");
    }
    return EnumSet.of(method);
  }

  private static Set<AioMethod> ignored(Fields fields, String list) {
    var ignored = EnumSet.noneOf(AioMethod.class);
    for (var name : list.isEmpty() ? new String[0] : list.split("#", -1)) {
      ignored.add(named(fields, "IgnorePayment", name));
    }
    if (ignored.contains(AioMethod.DIGITAL_PAYMENT)) {
      throw fields.malformed("IgnorePayment", "cannot name DigitalPayment");
    }
    return ignored;
  }

  private static AioMethod named(Fields fields, String field, String name) {
    return AioMethod.named(name)
        .orElseThrow(() -> fields.malformed(field, "names an unknown method"));
  }

  /** The bank, store or wallet that the shop asks for; empty when the buyer may choose. */
  static String brand(Fields fields, Set<AioMethod> methods) {
    var brand = fields.text("ChooseSubPayment", 20);
    if (!brand.isEmpty() && methods.stream().noneMatch(m -> m.brands().contains(brand))) {
      throw fields.malformed("ChooseSubPayment", "fits no method of ChoosePayment");
    }
    return brand;
  }
}
