package ecpay.app.web.console.order;

import ecpay.app.reading.OrderBooks.Dossier;
import ecpay.app.reading.Times;
import ecpay.app.web.console.Fact;
import ecpay.app.web.console.Table;
import ecpay.app.web.console.TimelineRow;
import ecpay.app.web.console.contract.ContractPage;
import ecpay.app.web.console.refund.RefundTables;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.journal.CallJournal.Call;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.Order;
import java.util.ArrayList;
import java.util.List;

/** One order for a person: what there is, what happened, and what needs attention. No secrets. */
public record OrderPage(
    String reference,
    String id,
    String state,
    String placedAt,
    List<Fact> facts,
    List<ContractPage.Line> contracts,
    List<Table> tables,
    List<Incident> incidents,
    List<TimelineRow> timeline) {
  public OrderPage {
    facts = List.copyOf(facts);
    contracts = List.copyOf(contracts);
    tables = List.copyOf(tables);
    incidents = List.copyOf(incidents);
    timeline = List.copyOf(timeline);
  }

  /** Something that needs a person. */
  public record Incident(String at, String kind, String about, String advice) {}

  static OrderPage of(Dossier dossier, List<Call> calls, List<PeriodicContract> contracts) {
    Order order = dossier.order();
    return new OrderPage(
        order.reference().value(),
        order.id().value(),
        order.isPaid() ? "paid" : "unpaid",
        Times.clock(order.placedAt()),
        facts(dossier),
        contracts.stream().map(one -> ContractPage.Line.of(one, order.id())).toList(),
        List.of(
            OrderTables.lines(order),
            PaymentTable.of(dossier.payments()),
            DocumentTables.invoices(dossier),
            DocumentTables.allowances(dossier.allowances()),
            RefundTables.refunds(dossier.refunds()),
            OrderTables.notices(dossier.notifications()),
            OrderTables.calls(calls)),
        dossier.incidents().stream().map(OrderPage::incident).toList(),
        dossier.events().stream().map(TimelineRow::of).toList());
  }

  private static List<Fact> facts(Dossier dossier) {
    Order order = dossier.order();
    Buyer buyer = order.content().buyer();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Total", order.total().toString()));
    facts.add(
        new Fact(
            "Paid",
            order
                .payment()
                .map(paid -> Times.clock(paid.at()) + " by " + paid.tradeNo())
                .orElse("not yet")));
    facts.add(new Fact("Buyer", buyer.name()));
    buyer.email().map(EmailAddress::masked).ifPresent(email -> facts.add(new Fact("Email", email)));
    buyer.phone().map(PhoneNumber::masked).ifPresent(phone -> facts.add(new Fact("Phone", phone)));
    return facts;
  }

  private static Incident incident(RecordedEvent event) {
    return event.event() instanceof IncidentRaised(String kind, String about, String advice)
        ? new Incident(Times.clock(event.at()), kind, about, advice)
        : new Incident(Times.clock(event.at()), "", "", "");
  }
}
