package ecpay.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.OrderId;
import ecpay.domain.rule.Rule;
import java.time.Duration;
import java.time.Instant;
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

  private static final DomainEvent.IncidentRaised AGES =
      new DomainEvent.IncidentRaised("AUTHORIZATION_AGES", "P1", "capture it");
  private static final Fact FACT = Fact.of(Optional.of(Samples.ORDER), AGES);

  @Rule("R-CAP-08")
  @Test
  void aFactIsToldOnceOfEachThingOfEachOrderOfEachMerchant() {
    assertThat(tell(Samples.SHOP, FACT, Samples.NOW)).isTrue();
    assertThat(tell(Samples.SHOP, FACT, Samples.NOW.plusSeconds(1))).isFalse();
    assertThat(tell(new MerchantId("stranger"), FACT, Samples.NOW)).isTrue();
    assertThat(tell(Samples.SHOP, of(Optional.of(new OrderId("OTHER")), "P1"), Samples.NOW))
        .isTrue();
    assertThat(tell(Samples.SHOP, of(Optional.empty(), "P1"), Samples.NOW)).isTrue();
    assertThat(tell(Samples.SHOP, of(Optional.of(Samples.ORDER), "P2"), Samples.NOW)).isTrue();

    assertThat(books.eventLog().ofOrder(Samples.SHOP, Samples.ORDER))
        .hasSize(4)
        .extracting(RecordedEvent::event)
        .containsOnly(AGES);
  }

  private static Fact of(Optional<OrderId> order, String about) {
    return Fact.of(order, AGES.kind(), about);
  }

  @Test
  void aFactThatMayHappenAnewIsToldAnewAfterItsBeginningAndFromThenOnNotAgain() {
    Fact anew = FACT.since(Samples.NOW.plusSeconds(10));
    assertThat(tell(Samples.SHOP, FACT.since(Samples.NOW), Samples.NOW)).isTrue();
    assertThat(tell(Samples.SHOP, FACT.since(Samples.NOW), Samples.NOW)).isFalse();
    assertThat(tell(Samples.SHOP, anew, Samples.NOW.plusSeconds(10))).isTrue();
    assertThat(tell(Samples.SHOP, anew, Samples.NOW.plusSeconds(20))).isFalse();
    assertThat(tell(Samples.SHOP, FACT, Samples.NOW.plusSeconds(30))).isFalse();
  }

  @Rule("R-TRN-03")
  @Test
  void aQuietFactIsToldAnewAfterItsPauseAndWhenTheClockWasPutBackThatMuch() {
    Instant hour = Samples.NOW.plusSeconds(3600);
    assertThat(tellQuiet(Samples.NOW)).isTrue();
    assertThat(tellQuiet(hour.minusMillis(1))).isFalse();
    assertThat(tellQuiet(hour)).isTrue();
    assertThat(tellQuiet(Samples.NOW.plusMillis(1))).isFalse();
    assertThat(tellQuiet(Samples.NOW)).isTrue();
  }

  private boolean tellQuiet(Instant now) {
    return tell(Samples.SHOP, FACT.quietFor(Duration.ofHours(1), now), now);
  }

  @Test
  void aFactWhoseTransactionFailedIsNotToldAndCanBe() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            books
                .transactions()
                .run(() -> {
                  books.eventLog().appendOnce(Samples.SHOP, Samples.ORDER, Samples.NOW, AGES);
                  throw new IllegalStateException("killed");
                }));

    assertThat(books.eventLog().ofOrder(Samples.SHOP, Samples.ORDER)).isEmpty();
    assertThat(tell(Samples.SHOP, FACT, Samples.NOW)).isTrue();
  }

  @Test
  void aFactIsToldInsideATransactionOnly() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> books.eventLog().appendOnce(Samples.SHOP, Samples.ORDER, Samples.NOW, AGES));
  }

  private boolean tell(MerchantId merchant, Fact fact, Instant at) {
    return books
        .transactions()
        .inTransaction(() ->
            books.eventLog().appendOnce(merchant, Optional.of(Samples.ORDER), at, AGES, fact));
  }

  private void append(OrderId order, DomainEvent event) {
    books.eventLog().append(Samples.SHOP, order, Samples.NOW, event);
  }
}
