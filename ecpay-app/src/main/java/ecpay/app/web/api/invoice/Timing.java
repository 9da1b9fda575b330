package ecpay.app.web.api.invoice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Words;
import ecpay.app.web.json.JsonFields;
import ecpay.domain.order.InvoiceTiming;
import java.util.Optional;

/** When an invoice is issued, read and shown: schema {@code Timing} of the contract. */
public final class Timing {
  private static final InvoiceTiming STAND_IN = new InvoiceTiming.OnPayment();

  private Timing() {}

  public static ObjectNode view(InvoiceTiming timing) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("issue", Words.state(timing));
    if (timing instanceof InvoiceTiming.Delayed delayed) {
      view.put("days", delayed.days());
    }
    return view;
  }

  /** Any that an order may have. */
  public static InvoiceTiming read(JsonFields timing) {
    String issue = timing.requiredText("issue", "on_payment");
    Optional<Integer> days = timing.whole("days", given -> Math.clamp(given, -1, 1000), 1);
    timing.end();
    return switch (issue) {
      case "on_payment", "by_hand" -> {
        if (days.isPresent()) {
          timing.refuse("days", "belongs to after_days and on_trigger");
        }
        yield issue.equals("by_hand") ? new InvoiceTiming.ByHand() : STAND_IN;
      }
      case "after_days" -> {
        if (days.isEmpty()) {
          timing.refuse("days", "is required");
        }
        yield timing.build(() -> new InvoiceTiming.AfterDays(days.orElse(1)), STAND_IN);
      }
      case "on_trigger" ->
          timing.build(() -> new InvoiceTiming.OnTrigger(days.orElse(0)), STAND_IN);
      default -> {
        timing.refuse("issue", "one of on_payment, after_days, on_trigger, by_hand");
        yield STAND_IN;
      }
    };
  }

  /** One that has ECPay issue it later; empty for another, which is reported. */
  static Optional<InvoiceTiming.Delayed> readDelay(JsonFields timing) {
    InvoiceTiming read = read(timing);
    String issue = timing.text("issue").orElse("");
    if (issue.equals("on_payment") || issue.equals("by_hand")) {
      timing.refuse("issue", "one of after_days, on_trigger");
    }
    return read instanceof InvoiceTiming.Delayed delayed ? Optional.of(delayed) : Optional.empty();
  }
}
