package ecpay.adapter.persistence.document;

import ecpay.adapter.persistence.document.json.Json;
import ecpay.domain.order.InvoiceTiming;

/**
 * @param days 0 where nothing is waited for
 */
record TimingJson(String kind, int days) {

  static TimingJson of(InvoiceTiming timing) {
    return switch (timing) {
      case InvoiceTiming.OnPayment() -> new TimingJson("ON_PAYMENT", 0);
      case InvoiceTiming.ByHand() -> new TimingJson("BY_HAND", 0);
      case InvoiceTiming.AfterDays(int days) -> new TimingJson("AFTER_DAYS", days);
      case InvoiceTiming.OnTrigger(int days) -> new TimingJson("ON_TRIGGER", days);
    };
  }

  InvoiceTiming timing() {
    return switch (kind) {
      case "ON_PAYMENT" -> new InvoiceTiming.OnPayment();
      case "BY_HAND" -> new InvoiceTiming.ByHand();
      case "AFTER_DAYS" -> new InvoiceTiming.AfterDays(days);
      case "ON_TRIGGER" -> new InvoiceTiming.OnTrigger(days);
      default -> throw Json.unknownKind("invoice timing", kind);
    };
  }
}
