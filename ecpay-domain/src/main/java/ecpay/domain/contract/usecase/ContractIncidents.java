package ecpay.domain.contract.usecase;

import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractIncident;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import java.time.Instant;
import java.util.List;

/** Tells a person what is wrong with a contract, each matter once. Inside a transaction. */
final class ContractIncidents {
  private final EventLog events;

  ContractIncidents(EventLog events) {
    this.events = events;
  }

  /** Something that happens anew each time. */
  void raise(PeriodicContract contract, ContractIncident incident, Instant now) {
    raise(contract, incident, contract.tradeNo().value(), now);
  }

  /** What stays so, and is seen at every look. */
  void raiseOnce(PeriodicContract contract, ContractIncident incident, Instant now) {
    raiseOnce(contract, incident, List.of(contract.tradeNo().value()), now);
  }

  /** What is wrong with one charge, of which its notice and ECPay's list both tell. */
  void raiseOnce(
      PeriodicContract contract, ContractIncident incident, ChargeReport charge, Instant now) {
    List<String> names =
        charge.names().stream().map(name -> contract.tradeNo() + " " + name).toList();
    raiseOnce(
        contract, incident, names.isEmpty() ? List.of(contract.tradeNo().value()) : names, now);
  }

  private void raiseOnce(
      PeriodicContract contract, ContractIncident incident, List<String> names, Instant now) {
    if (events.ofOrder(contract.merchant(), contract.order()).stream()
        .noneMatch(known ->
            known.event() instanceof IncidentRaised(String kind, String about, String _)
                && kind.equals(incident.name())
                && names.contains(about))) {
      raise(contract, incident, names.getFirst(), now);
    }
  }

  private void raise(
      PeriodicContract contract, ContractIncident incident, String about, Instant now) {
    events.append(
        contract.merchant(),
        contract.order(),
        now,
        new IncidentRaised(incident.name(), about, incident.advice()));
  }
}
