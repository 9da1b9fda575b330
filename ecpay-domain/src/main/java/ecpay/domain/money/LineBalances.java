package ecpay.domain.money;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is left of the lines of one whole while parts are taken, one after the other. */
public final class LineBalances {
  private final Map<Integer, List<Part>> taken;
  private final Map<Integer, LineBalance> left = new HashMap<>();

  /** Nothing is known of any line yet but what was taken before. */
  public LineBalances(Collection<Part> taken) {
    this.taken = taken.stream().collect(groupingBy(Part::line));
  }

  /** Makes a line known with all that it held at first. */
  public void open(int line, Quantity units, Money amount) {
    left.put(line, LineBalance.of(units, amount, taken.getOrDefault(line, List.of())));
  }

  /** What is left of a line; empty for a line that is not known. */
  public Optional<LineBalance> of(int line) {
    return Optional.ofNullable(left.get(line));
  }

  /** Takes all that is left of a known line. */
  public Part takeAll(int line) {
    LineBalance balance = of(line).orElseThrow();
    return take(line, balance.units(), balance.amount());
  }

  /** Takes a part that its line holds. */
  public Part take(int line, BigDecimal units, Money amount) {
    Part part = new Part(line, units, amount);
    left.computeIfPresent(line, (_, balance) -> balance.without(part));
    return part;
  }
}
