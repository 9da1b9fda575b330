package ecpay.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.OrderId;
import ecpay.domain.rule.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public abstract class EventLogContract extends BooksContract {
  private final DomainEvent placed =
      new DomainEvent.OrderPlaced(Samples.order().reference(), Money.of(1000));
  private final DomainEvent paid =
      new DomainEvent.OrderPaid(Samples.attempt().tradeNo(), Money.of(1000));

  @Test
  void theEventsOfAnOrderComeInTheOrderInWhichTheyWereAppended() {
    books
        .transactions()
        .run(() -> {
          append(Samples.ORDER, placed);
          append(new OrderId("OTHER"), placed);
          append(Samples.ORDER, paid);
        });

    List<RecordedEvent> events = books.eventLog().ofOrder(Samples.SHOP, Samples.ORDER);

    assertThat(events).extracting(RecordedEvent::event).containsExactly(placed, paid);
    assertThat(events).extracting(RecordedEvent::at).containsOnly(Samples.NOW);
    assertThat(events).extracting(RecordedEvent::merchant).containsOnly(Samples.SHOP);
    assertThat(events).extracting(RecordedEvent::order).containsOnly(Optional.of(Samples.ORDER));
    assertThat(events.get(0).sequence()).isLessThan(events.get(1).sequence());
  }

  @Test
  void anEventMayBelongToNoOrder() {
    books
        .transactions()
        .run(() ->
            books
                .eventLog()
                .append(
                    Samples.SHOP,
                    Optional.empty(),
                    Samples.NOW,
                    new DomainEvent.IncidentRaised("UNKNOWN_ORDER", "T1", "look it up")));

    assertThat(books.eventLog().ofOrder(Samples.SHOP, Samples.ORDER)).isEmpty();
  }

  @Rule({"R-INV-22", "R-INV-28"})
  @Test
  void incidentsAreFoundWhetherTheyBelongToAnOrderOrNotTheNewestFirst() {
    DomainEvent.IncidentRaised orderless =
        new DomainEvent.IncidentRaised("VOID_WINDOW_CLOSES", "115-6", "void what is to be void");
    DomainEvent.IncidentRaised ofOrder =
        new DomainEvent.IncidentRaised("NOT_UPLOADED", "I1", "ask ECPay");
    MerchantId stranger = new MerchantId("stranger");
    books
        .transactions()
        .run(() -> {
          EventLog log = books.eventLog();
          log.append(Samples.SHOP, Optional.empty(), Samples.NOW, orderless);
          append(Samples.ORDER, placed);
          append(Samples.ORDER, ofOrder);
          log.append(stranger, Optional.empty(), Samples.NOW, orderless);
        });

    List<RecordedEvent> all = books.eventLog().incidents(Samples.SHOP, Long.MAX_VALUE, 10);
    assertThat(all).extracting(RecordedEvent::event).containsExactly(ofOrder, orderless);
    assertThat(all)
        .extracting(RecordedEvent::order)
        .containsExactly(Optional.of(Samples.ORDER), Optional.empty());
    assertThat(books.eventLog().incidents(Samples.SHOP, Long.MAX_VALUE, 1))
        .containsExactly(all.getFirst());
    assertThat(books.eventLog().incidents(Samples.SHOP, all.getFirst().sequence(), 10))
        .containsExactly(all.getLast());
    assertThat(books.eventLog().incidents(stranger, Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  void theEventsOfOneMerchantAreNotThoseOfAnother() {
    books.transactions().run(() -> append(Samples.ORDER, placed));

    assertThat(books.eventLog().ofOrder(new MerchantId("stranger"), Samples.ORDER)).isEmpty();
  }

  @Test
  void anEventIsAppendedInsideATransactionOnly() {
    assertThatIllegalStateException().isThrownBy(() -> append(Samples.ORDER, placed));
  }

  private void append(OrderId order, DomainEvent event) {
    books.eventLog().append(Samples.SHOP, order, Samples.NOW, event);
  }
}
