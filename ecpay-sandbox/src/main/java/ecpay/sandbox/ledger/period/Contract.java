package ecpay.sandbox.ledger.period;

import ecpay.sandbox.ledger.card.Authorization;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One periodic contract. It starts with a first charge that was paid; one that failed never becomes
 * a contract. Read and changed under the ledger's lock only.
 */
public final class Contract {
  /** After so many refused charges in a row it stops (R-PAY-18). */
  static final int REFUSALS_UNTIL_STOP = 6;

  /** Whether it goes on. */
  public enum Status {
    RUNNING,
    /** Cancelled, or refused six times in a row. */
    STOPPED,
    /** All its charges have been tried. */
    FINISHED
  }

  /** Tells the shop of the second and every later charge, under the ledger's lock. */
  @FunctionalInterface
  public interface Teller {
    void tell(Contract contract, PeriodCharge charge);
  }

  private final PeriodTerms terms;
  private final Teller teller;
  private final List<PeriodCharge> charges = new ArrayList<>();
  private final LocalDateTime begun;
  private Status status = Status.RUNNING;
  private int executed;
  private int refusedInARow;
  private int refusalsToCome;
  private int successTimes;
  private long successAmount;

  Contract(PeriodTerms terms, Authorization first, Teller teller) {
    this.terms = terms;
    this.teller = teller;
    this.begun = first.authorizedAt();
    add(first, true);
  }

  /** Books one charge: a new one of the schedule, or the latest one tried again. */
  PeriodCharge add(Authorization authorization, boolean scheduled) {
    executed += scheduled ? 1 : 0;
    var charge = new PeriodCharge(executed, authorization);
    charges.add(charge);
    if (charge.isDone()) {
      successTimes++;
      successAmount += authorization.charge().amount();
      refusedInARow = 0;
    } else {
      refusedInARow += scheduled ? 1 : 0;
    }
    if (executed >= terms.execTimes()) {
      status = Status.FINISHED;
    }
    if (refusedInARow >= REFUSALS_UNTIL_STOP) {
      status = Status.STOPPED;
    }
    return charge;
  }

  void tell(PeriodCharge charge) {
    teller.tell(this, charge);
  }

  void stop() {
    status = Status.STOPPED;
  }

  /** The bank will refuse so many of the coming charges. */
  public void refuseNext(int times) {
    refusalsToCome = times;
  }

  boolean takeRefusal() {
    if (refusalsToCome == 0) {
      return false;
    }
    refusalsToCome--;
    return true;
  }

  public PeriodTerms terms() {
    return terms;
  }

  public Status status() {
    return status;
  }

  /** When it charges next, Taipei time; nothing once it has ended. */
  public Optional<LocalDateTime> due() {
    return status == Status.RUNNING ? Optional.of(terms.moment(begun, executed)) : Optional.empty();
  }

  /** Every charge with its repetitions, oldest first. */
  public List<PeriodCharge> charges() {
    return List.copyOf(charges);
  }

  public PeriodCharge first() {
    return charges.getFirst();
  }

  public PeriodCharge latest() {
    return charges.getLast();
  }

  /** TotalSuccessTimes. */
  public int successTimes() {
    return successTimes;
  }

  /** TotalSuccessAmount, whole TWD. */
  public long successAmount() {
    return successAmount;
  }

  /** How many of the coming charges the bank will refuse. */
  public int refusalsToCome() {
    return refusalsToCome;
  }
}
