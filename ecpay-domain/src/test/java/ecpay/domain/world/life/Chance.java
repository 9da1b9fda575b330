package ecpay.domain.world.life;

import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** What comes to mind. */
record Chance(RandomGenerator random) {
  private static final List<Fault> FAULTS =
      List.of(
          Fault.NONE, Fault.NONE, Fault.DONE_BUT_LOST, Fault.LOST, Fault.NOT_SENT, Fault.REFUSED);

  Fault fault() {
    return some(FAULTS);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  Duration days(int most) {
    return Duration.ofHours(below(24 * most));
  }

  <T> T some(List<T> any) {
    return any.get(below(any.size()));
  }

  /** What a rule forbids does not happen. */
  static void tolerate(Runnable deed) {
    try {
      deed.run();
    } catch (RuleViolationException | IllegalMoveException _) {
      // as it should be
    }
  }
}
