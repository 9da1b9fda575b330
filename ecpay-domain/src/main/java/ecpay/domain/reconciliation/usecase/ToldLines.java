package ecpay.domain.reconciliation.usecase;

import ecpay.domain.payment.PaymentId;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.ToldLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What files of one kind have told of some order numbers. A line of another layout takes the place
 * of the one that means the same, so that no trade is billed twice and no refund counts twice.
 */
final class ToldLines {
  private final Map<String, List<ToldLine>> byNumber = new HashMap<>();
  private final boolean isWhole;

  /**
   * @param isWhole whether the file is all that ECPay tells, so that what an earlier reading of it
   *     had and this one has not is gone, with its fee
   */
  ToldLines(Map<String, List<ToldLine>> known, boolean isWhole) {
    this.isWhole = isWhole;
    known.forEach((number, lines) -> byNumber.put(number, new ArrayList<>(lines)));
  }

  /**
   * The place of a line: its own of an earlier reading, else that of one that means the same, else
   * a new one.
   */
  ToldLine place(StatementLine line, Optional<PaymentId> payment) {
    List<ToldLine> told = of(line);
    String name =
        IntStream.iterate(1, number -> number + 1)
            .mapToObj(number -> line.identity() + "#" + number)
            .filter(own -> told.stream().noneMatch(other -> other.isTaken() && is(other, own)))
            .findFirst()
            .orElseThrow();
    return told.stream()
        .filter(other -> is(other, name))
        .findFirst()
        .or(() ->
            told.stream()
                .filter(other -> !other.isTaken() && other.means(line, payment))
                .findFirst())
        .orElseGet(
            () -> new ToldLine(name, line.identity(), payment, Optional.empty(), false, false));
  }

  /**
   * The fee that the books have for a line: the one that was booked from it, or none more when
   * another line of the payment bears it; empty when they have none.
   */
  Optional<BigDecimal> booked(ToldLine place, StatementLine line, Optional<PaymentId> payment) {
    return place
        .bookedFee()
        .or(() ->
            payment
                .filter(of ->
                    of(line).stream()
                        .filter(other -> !isWhole || !other.isEarlier())
                        .anyMatch(other -> other.bearsFeeOf(of)))
                .map(_ -> BigDecimal.ZERO));
  }

  /**
   * A line bears the fee of its payment, which one bore that is not told of so far. That one bears
   * none any more, whether it is told of later, taken out, or stays: no payment is billed twice.
   *
   * @return the names of such lines
   */
  List<String> relieve(ToldLine place, StatementLine line, Optional<PaymentId> payment) {
    if (!isWhole || line.isRefund() || place.bookedFee().isPresent() || payment.isEmpty()) {
      return List.of();
    }
    List<String> relieved = new ArrayList<>();
    of(line)
        .replaceAll(other -> {
          if (!other.isEarlier() || !other.bearsFeeOf(payment.get())) {
            return other;
          }
          relieved.add(other.name());
          return other.withoutFee();
        });
    return relieved;
  }

  /** The present reading has told of it. */
  void enter(
      ToldLine place, StatementLine line, Optional<PaymentId> payment, Optional<BigDecimal> fee) {
    List<ToldLine> told = of(line);
    told.removeIf(other -> is(other, place.name()));
    told.add(
        new ToldLine(
            place.name(), place.identity(), payment, place.bookedFee().or(() -> fee), true, false));
  }

  private List<ToldLine> of(StatementLine line) {
    return byNumber.computeIfAbsent(line.tradeNo(), _ -> new ArrayList<>());
  }

  private static boolean is(ToldLine line, String name) {
    return line.name().equals(name);
  }
}
