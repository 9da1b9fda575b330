package ecpay.app.web.console.contract;

import ecpay.app.reading.EventFacts;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.app.web.console.Fact;
import ecpay.app.web.console.TimelineRow;
import ecpay.domain.contract.Charge;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.offer.PeriodicTerms;
import ecpay.domain.payment.report.PaymentFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A periodic contract for a person: how it stands, its charges and their orders, its timeline. */
public record ContractPage(
    String tradeNo,
    String state,
    List<Fact> facts,
    List<Row> charges,
    List<Deed> deeds,
    List<TimelineRow> timeline) {
  public ContractPage {
    facts = List.copyOf(facts);
    charges = List.copyOf(charges);
    deeds = List.copyOf(deeds);
    timeline = List.copyOf(timeline);
  }

  /**
   * A charge, or one that should have been.
   *
   * @param order what it paid; empty when no money came
   */
  public record Row(String turn, String at, String state, String order, String detail) {}

  /** Something that can be done now. */
  public record Deed(String action, String title) {}

  /** What the page of one of its orders says of a contract. */
  public record Line(String tradeNo, String state, String text) {
    /** What it says on the page of this order. */
    public static Line of(PeriodicContract contract, OrderId order) {
      List<String> words = new ArrayList<>();
      words.add(progress(contract));
      contract.nextCharge().map(Times::clock).ifPresent(at -> words.add("next " + at));
      contract.charges().stream()
          .filter(charge -> orderOf(charge).equals(order.value()))
          .map(charge -> "this order is charge " + (charge.turn() + 1))
          .findFirst()
          .ifPresent(words::add);
      return new Line(
          contract.tradeNo().value(), Words.of(contract.state()), String.join(" · ", words));
    }
  }

  static ContractPage of(PeriodicContract contract, List<RecordedEvent> events) {
    return new ContractPage(
        contract.tradeNo().value(),
        Words.of(contract.state()),
        facts(contract),
        contract.charges().stream().map(ContractPage::row).toList(),
        Arrays.stream(ContractAction.values())
            .filter(action -> ContractActionPage.obstacle(contract, action).isEmpty())
            .map(action -> new Deed(Words.of(action), ContractActionPage.title(action)))
            .toList(),
        events.stream()
            .filter(event -> isAbout(contract, event.event()))
            .map(TimelineRow::of)
            .toList());
  }

  private static List<Fact> facts(PeriodicContract contract) {
    PeriodicTerms terms = contract.agreement().terms();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "Each charge",
            "%s, every %d %s"
                .formatted(
                    contract.agreement().amount(), terms.frequency(), Words.of(terms.unit()))));
    facts.add(new Fact("Money came", progress(contract)));
    facts.add(
        new Fact("Next charge", contract.nextCharge().map(Times::clock).orElse("none is to come")));
    facts.add(new Fact("Begun", Times.clock(contract.agreement().begunAt())));
    facts.add(new Fact("Paid", Words.of(contract.agreement().channel())));
    contract
        .triedAgainAt()
        .ifPresent(at -> facts.add(new Fact("Last tried again", Times.clock(at))));
    contract
        .pending()
        .ifPresent(wish ->
            facts.add(
                new Fact(
                    "Asked for",
                    Words.of(wish.action())
                        + " at "
                        + Times.clock(wish.wantedAt())
                        + ", not done yet")));
    return facts;
  }

  private static String progress(PeriodicContract contract) {
    return contract.successes() + " of " + contract.agreement().terms().times() + " charges";
  }

  private static Row row(Charge charge) {
    return new Row(
        Integer.toString(charge.turn() + 1),
        Times.clock(charge.at()),
        charge.isCharged() ? "paid" : "failed",
        orderOf(charge),
        switch (charge.result()) {
          case Charge.Result.Charged _ -> charge.ecpayTradeNo();
          case Charge.Result.Failed(PaymentFailure failure) ->
              failure.code() + " " + failure.message();
        });
  }

  private static String orderOf(Charge charge) {
    return charge.result() instanceof Charge.Result.Charged(int _, OrderId order)
        ? order.value()
        : "";
  }

  private static boolean isAbout(PeriodicContract contract, DomainEvent event) {
    Map<String, Object> facts = EventFacts.of(event);
    return contract.tradeNo().value().equals(facts.get("contract"))
        || contract.tradeNo().value().equals(facts.get("about"));
  }
}
