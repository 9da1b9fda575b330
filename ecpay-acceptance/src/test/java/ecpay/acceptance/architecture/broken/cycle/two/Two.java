package ecpay.acceptance.architecture.broken.cycle.two;

import ecpay.acceptance.architecture.broken.cycle.one.One;
import java.util.List;

/** The other half. */
public record Two(List<One> others) {
  /** So that the compiled class names the other half. */
  public One first() {
    return others.getFirst();
  }
}
