package ecpay.sandbox.ledger.period;

import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.card.Authorizations;
import ecpay.sandbox.ledger.card.CardCharge;
import ecpay.sandbox.ledger.period.Contract.Status;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** All periodic contracts, at most a million, of both ways to pay. */
public final class Contracts {
  private static final int CAPACITY = 1_000_000;

  private record Key(String merchantId, String merchantTradeNo) {}

  private record Moment(LocalDateTime due, long number, Contract contract) {}

  private final Authorizations authorizations;
  private final Supplier<String> tradeNumbers;
  private final Map<Key, Contract> byNumber = new LinkedHashMap<>();
  private final PriorityQueue<Moment> agenda =
      new PriorityQueue<>(Comparator.comparing(Moment::due).thenComparingLong(Moment::number));
  private long moments;

  /**
   * None yet.
   *
   * @param tradeNumbers gives each later charge a TradeNo of its own
   */
  public Contracts(Authorizations authorizations, Supplier<String> tradeNumbers) {
    this.authorizations = authorizations;
    this.tradeNumbers = tradeNumbers;
  }

  /** Begins a contract with the first charge, which was authorized just now. */
  public Contract begin(PeriodTerms terms, Authorization first, Contract.Teller teller) {
    if (byNumber.size() >= CAPACITY) {
      throw new IllegalStateException("the ledger is full; start the sandbox anew");
    }
    var contract = new Contract(terms, first, teller);
    byNumber.put(new Key(first.charge().merchantId(), first.charge().merchantTradeNo()), contract);
    plan(contract);
    return contract;
  }

  private void plan(Contract contract) {
    contract.due().ifPresent(due -> agenda.add(new Moment(due, moments++, contract)));
  }

  /** Charges everything that is due, each charge at its own moment. */
  public void chargeDue(LocalDateTime now) {
    while (!agenda.isEmpty() && !agenda.element().due().isAfter(now)) {
      var moment = agenda.remove();
      if (moment.contract().status() == Status.RUNNING) {
        charge(moment.contract(), moment.due(), true);
        plan(moment.contract());
      }
    }
  }

  private void charge(Contract contract, LocalDateTime at, boolean scheduled) {
    var first = contract.first().authorization().charge();
    var request =
        CardCharge.single(
            first.merchantId(),
            first.merchantTradeNo(),
            tradeNumbers.get(),
            contract.terms().amount());
    var answer =
        contract.takeRefusal()
            ? authorizations.refuse(request, at)
            : authorizations.authorize(request, at);
    contract.tell(contract.add(answer, scheduled));
  }

  /**
   * ReAuth: tries the latest charge again; the result is told like a charge.
   *
   * @return whether there was a refused charge to try again
   */
  public boolean tryAgain(Contract contract, LocalDateTime now) {
    if (contract.latest().isDone()) {
      return false;
    }
    charge(contract, now, false);
    return true;
  }

  /**
   * Cancel: stops a contract for good.
   *
   * @return whether it was running
   */
  public boolean cancel(Contract contract) {
    var running = contract.status() == Status.RUNNING;
    if (running) {
      contract.stop();
    }
    return running;
  }

  public Optional<Contract> find(String merchantId, String merchantTradeNo) {
    return Optional.ofNullable(byNumber.get(new Key(merchantId, merchantTradeNo)));
  }

  public Collection<Contract> all() {
    return Collections.unmodifiableCollection(byNumber.values());
  }
}
