package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.wire.FaultKind;
import ecpay.sandbox.wire.Faults;
import ecpay.sandbox.wire.Faults.Fault;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Router;
import java.util.List;

/** {@code /sandbox/faults}: plans, lists and clears misbehaviour. */
final class FaultControl {
  private final Faults faults;

  FaultControl(Faults faults) {
    this.faults = faults;
  }

  void open(Router router) {
    router.on("GET", "/sandbox/faults", Query.handler(this::state));
    router.on(
        "POST",
        "/sandbox/faults",
        Body.handler(List.of("operation", "kind", "times", "delayMillis"), this::add));
    router.on(
        "DELETE",
        "/sandbox/faults",
        Query.handler(() -> {
          faults.clear();
          return state();
        }));
  }

  private ObjectNode add(Body body) {
    if (!body.has("kind")) {
      throw new IllegalArgumentException("kind is required");
    }
    faults.add(
        new Fault(
            body.text("operation").orElse("*"),
            body.oneOf(FaultKind.class, "kind", FaultKind.DELAY),
            body.small("times", 1),
            body.whole("delayMillis", 0)));
    return state();
  }

  private ObjectNode state() {
    var answer = Json.object();
    var list = answer.putArray("faults");
    for (var fault : faults.list()) {
      list.addObject()
          .put("operation", fault.operation())
          .put("kind", fault.kind().name())
          .put("times", fault.times())
          .put("delayMillis", fault.delayMillis());
    }
    return answer;
  }
}
