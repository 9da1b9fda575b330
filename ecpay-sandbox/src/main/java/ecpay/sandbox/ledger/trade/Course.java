package ecpay.sandbox.ledger.trade;

import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.period.Contract;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a trade comes to, whichever page it began on: codes that the buyer got wrong, money or a
 * failure, what the bank holds, a contract. Read and changed under the ledger's lock only.
 *
 * @param <S> where such a trade can stand
 */
public abstract class Course<S extends Enum<S>> {
  private S status;
  private @Nullable LocalDateTime paymentDate;
  private @Nullable Authorization authorization;
  private @Nullable Contract contract;
  private int wrongCodes;
  private int paidCount;
  private int failureCode;

  protected Course(S begin) {
    status = begin;
  }

  /** It stands at one of these, or we have made a mistake. */
  protected final void require(Set<S> expected) {
    if (!expected.contains(status)) {
      throw new IllegalStateException("a trade in state " + status + " cannot do this");
    }
  }

  protected final void move(Set<S> from, S to) {
    require(from);
    status = to;
  }

  protected final void pay(Set<S> from, S paid, LocalDateTime now) {
    move(from, paid);
    paymentDate = now;
    paidCount++;
  }

  protected final void fail(Set<S> from, S failed, int code) {
    move(from, failed);
    failureCode = code;
  }

  /** Counts one wrong code and tells how many there were. */
  public final int countWrongCode() {
    return ++wrongCodes;
  }

  /** The bank has said yes or no to the card. */
  public final void authorized(Authorization answer) {
    authorization = answer;
  }

  /** The first charge was the beginning of a contract. */
  public final void under(Contract begun) {
    contract = begun;
  }

  public final S status() {
    return status;
  }

  public final Optional<LocalDateTime> paymentDate() {
    return Optional.ofNullable(paymentDate);
  }

  /** What the bank holds of it; nothing before it answered, and nothing without a card. */
  public final Optional<Authorization> authorization() {
    return Optional.ofNullable(authorization);
  }

  /** The contract that it began, if any. */
  public final Optional<Contract> contract() {
    return Optional.ofNullable(contract);
  }

  /** How often this trade was paid: 0 or 1. */
  public final int paidCount() {
    return paidCount;
  }

  /** RtnCode of a failure, 0 while there is none. */
  public final int failureCode() {
    return failureCode;
  }
}
