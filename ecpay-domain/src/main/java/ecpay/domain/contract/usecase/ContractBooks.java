package ecpay.domain.contract.usecase;

import ecpay.domain.contract.Agreement;
import ecpay.domain.contract.Charge;
import ecpay.domain.contract.ChargePolicy;
import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractIncident;
import ecpay.domain.contract.ContractReport;
import ecpay.domain.contract.ContractReport.Standing;
import ecpay.domain.contract.Contracts;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.contract.PeriodicContract.State;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.ContractBegun;
import ecpay.domain.event.DomainEvent.ContractEnded;
import ecpay.domain.event.DomainEvent.PeriodicChargeFailed;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp.WatchContract;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.offer.PeriodicTerms;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.TradeDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Enters into the books what ECPay reports of a contract, whether by callback or by query, together
 * with its consequences (R-PAY-17, R-PAY-18). Runs inside a transaction.
 */
public final class ContractBooks {
  private final Orders orders;
  private final Payments payments;
  private final Contracts contracts;
  private final BookCharge charges;
  private final EventLog events;
  private final ContractIncidents incidents;
  private final FollowUps followUps;

  public ContractBooks(
      Orders orders,
      Payments payments,
      Contracts contracts,
      BookCharge charges,
      EventLog events,
      FollowUps followUps) {
    this.orders = orders;
    this.payments = payments;
    this.contracts = contracts;
    this.charges = charges;
    this.events = events;
    this.incidents = new ContractIncidents(events);
    this.followUps = followUps;
  }

  /**
   * The contract, held until the transaction ends. It begins here, once its first charge is paid;
   * one whose first charge failed never does.
   */
  Optional<PeriodicContract> hold(MerchantId merchant, MerchantTradeNo tradeNo, Instant now) {
    return payments
        .findByTradeNo(merchant, tradeNo)
        .flatMap(first -> {
          orders.lock(merchant, first.order());
          return contracts
              .find(merchant, tradeNo)
              .or(() -> payments.find(first.id()).flatMap(payment -> begin(payment, now)));
        });
  }

  private Optional<PeriodicContract> begin(Payment payment, Instant now) {
    Optional<PeriodicTerms> terms = payment.attempt().offer().card().periodic();
    if (!(payment instanceof Payment.Paid paid) || terms.isEmpty()) {
      return Optional.empty();
    }
    TradeDetails trade = paid.trade();
    Agreement agreement =
        new Agreement(
            paid.merchant(),
            paid.tradeNo(),
            paid.order(),
            paid.id(),
            terms.get(),
            paid.attempt().channel(),
            paid.attempt().amount(),
            trade
                .card()
                .flatMap(CardDetails::processedAt)
                .or(trade::paidAt)
                .or(trade::createdAt)
                .orElse(now));
    PeriodicContract contract =
        PeriodicContract.begin(
            agreement,
            trade.card().map(CardDetails::authorizationId).orElse(0L),
            trade.ecpayTradeNo());
    contracts.add(contract);
    append(contract, now, new ContractBegun(paid.tradeNo(), terms.get().times()));
    orders
        .find(paid.merchant(), paid.order())
        .filter(order -> order.isPaidByAnotherThan(paid.tradeNo()))
        .ifPresent(_ -> raise(contract, ContractIncident.SECOND_CONTRACT, now));
    watch(contract);
    return Optional.of(contract);
  }

  /** Enters one charge, once, and gives the contract as it is afterwards. */
  PeriodicContract charge(PeriodicContract contract, ChargeReport report, Instant now) {
    return ChargePolicy.wrong(contract, report)
        .map(incident -> {
          incidents.raiseOnce(contract, incident, report, now);
          return contract;
        })
        .orElseGet(() ->
            report
                .failure()
                .map(failure -> failed(contract, report, failure, now))
                .orElseGet(() -> charged(contract, report, now)));
  }

  private PeriodicContract failed(
      PeriodicContract contract, ChargeReport report, PaymentFailure failure, Instant now) {
    if (contract.told(report).isPresent()) {
      return contract;
    }
    append(
        contract,
        now,
        new PeriodicChargeFailed(contract.tradeNo(), failure.code(), failure.message()));
    PeriodicContract next = contract.withFailure(report, failure, now);
    if (!contract.isForeseen(report, now) && !isLaterThanItsEnd(contract, next)) {
      raise(contract, ContractIncident.CHARGE_FAILED, now);
    }
    return save(contract, next, now);
  }

  private PeriodicContract charged(PeriodicContract contract, ChargeReport report, Instant now) {
    Optional<Charge> known = ChargePolicy.known(contract, report);
    if (known.isPresent()) {
      return completed(contract, known.get(), report, now);
    }
    int number = report.successes();
    OrderId order = charges.book(contract.agreement(), number, report.trade(), now);
    return save(contract, contract.withCharged(report, number, order, now), now);
  }

  /** What was known in part is filled in; what was known in full stays as it is (R-CBK-03). */
  private PeriodicContract completed(
      PeriodicContract contract, Charge known, ChargeReport report, Instant now) {
    PeriodicContract next = contract.completed(known, report);
    if (known.isComplete() || next.equals(contract)) {
      return contract;
    }
    charges.complete(contract.agreement(), known, report.trade());
    return save(contract, next, now);
  }

  /**
   * Enters what ECPay answered about the whole contract.
   *
   * @param asked how many charges were known when ECPay was asked; others may have come since
   */
  PeriodicContract told(PeriodicContract seen, int asked, ContractReport report, Instant now) {
    PeriodicContract contract = seen;
    for (ChargeReport charge : report.charges()) {
      if (!isToldAgain(seen, contract, charge)) {
        contract = charge(contract, charge, now);
      }
    }
    if (report.successes() > contract.agreement().terms().times()) {
      incidents.raiseOnce(contract, ContractIncident.CHARGE_OUT_OF_COUNT, now);
    } else if (report.successes() < asked) {
      incidents.raiseOnce(contract, ContractIncident.COUNT_DECREASED, now);
    }
    for (Optional<Integer> missing = contract.missing(report.successes());
        missing.isPresent();
        missing = contract.missing(report.successes())) {
      int number = missing.get();
      OrderId order =
          charges.book(
              contract.agreement(), number, unknownTrade(contract.agreement().amount()), now);
      contract = save(contract, contract.withCounted(number, order, now), now);
    }
    return ended(looked(contract, now), report.standing(), now);
  }

  /**
   * What is wrong with a charge was raised when ECPay was asked before; its list stays the same.
   */
  private static boolean isToldAgain(
      PeriodicContract seen, PeriodicContract contract, ChargeReport charge) {
    return charge.at().filter(seen.lookedAt()::isAfter).isPresent()
        && ChargePolicy.wrong(contract, charge).isPresent();
  }

  /** ECPay knows of no such contract. */
  PeriodicContract unknown(PeriodicContract contract, Instant now) {
    incidents.raiseOnce(contract, ContractIncident.CONTRACT_NOT_FOUND, now);
    return save(contract, contract.looked(now), now);
  }

  private PeriodicContract looked(PeriodicContract contract, Instant now) {
    for (int missed = contract.overdueAt(now); missed > 0; missed--) {
      raise(contract, ContractIncident.CHARGE_MISSING, now);
    }
    return save(contract, contract.looked(now), now);
  }

  private PeriodicContract ended(PeriodicContract contract, Standing standing, Instant now) {
    return switch (standing) {
      case RUNNING, UNTOLD -> contract;
      case FINISHED -> save(contract, contract.ended(State.FINISHED, now), now);
      case STOPPED -> {
        if (contract.isRunning() && !contract.isBeingCancelled()) {
          raise(contract, ContractIncident.CONTRACT_STOPPED_ELSEWHERE, now);
        }
        yield save(contract, contract.ended(State.STOPPED, now), now);
      }
    };
  }

  /** Writes the contract and says what its new state means. */
  PeriodicContract save(PeriodicContract before, PeriodicContract after, Instant now) {
    if (after.equals(before)) {
      return before;
    }
    contracts.save(after);
    if (isLaterThanItsEnd(before, after)) {
      raise(after, ContractIncident.CHARGED_AFTER_END, now);
    }
    if (after.state() != before.state()) {
      if (!after.isRunning()) {
        append(after, now, new ContractEnded(after.tradeNo(), after.state().name()));
      }
      if (after.state() == State.STOPPED && after.ending().isEmpty()) {
        raise(after, ContractIncident.CONTRACT_STOPPED, now);
      }
    }
    watch(after);
    return after;
  }

  private static boolean isLaterThanItsEnd(PeriodicContract before, PeriodicContract after) {
    return before.ending().isPresent() && after.chargesAfterEnd() > before.chargesAfterEnd();
  }

  PeriodicContract raise(PeriodicContract contract, ContractIncident incident, Instant now) {
    incidents.raise(contract, incident, now);
    return contract;
  }

  void append(PeriodicContract contract, Instant now, DomainEvent event) {
    events.append(contract.merchant(), contract.agreement().order(), now, event);
  }

  private void watch(PeriodicContract contract) {
    contract
        .nextLook()
        .ifPresent(look ->
            followUps.schedule(new WatchContract(contract.merchant(), contract.tradeNo()), look));
  }

  /** What is known of a charge that ECPay only counts. */
  private static TradeDetails unknownTrade(Money amount) {
    return new TradeDetails(
        "",
        amount,
        "",
        Optional.empty(),
        Optional.empty(),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Optional.empty(),
        Optional.empty());
  }
}
