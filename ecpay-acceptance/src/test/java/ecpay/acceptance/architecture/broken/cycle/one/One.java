package ecpay.acceptance.architecture.broken.cycle.one;

import ecpay.acceptance.architecture.broken.cycle.two.Two;
import java.util.List;

/** Half of a cycle. */
public record One(List<Two> others) {
  /** So that the compiled class names the other half. */
  public Two first() {
    return others.getFirst();
  }
}
