package ecpay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.persistence.vault.CardVault;
import ecpay.domain.Race;
import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.Binding;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.boundcard.KnownCard;
import ecpay.domain.boundcard.usecase.CardBooks;
import ecpay.domain.boundcard.usecase.ConfirmBinding;
import ecpay.domain.card.CardGateway;
import ecpay.domain.card.CardTrade;
import ecpay.domain.card.usecase.AskAboutCard;
import ecpay.domain.card.usecase.CapturePayment;
import ecpay.domain.event.DomainEvent.PaymentCaptured;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.inmemory.OnlyMerchant;
import ecpay.domain.journal.usecase.LostCalls;
import ecpay.domain.journal.usecase.RecordedCall;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.rule.Rule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What two nodes do at the same moment, on one database. */
class SeveralNodesTest {
  private static final MemberId MEMBER = new MemberId("member-1");
  private static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
  private static final FollowUps NO_FOLLOW_UPS =
      new FollowUps() {
        @Override
        public void schedule(FollowUp followUp, Instant due) {}

        @Override
        public void scheduleUnlessThere(FollowUp followUp, Instant due) {}
      };

  private final PostgresBooks books = PostgresBooks.empty();
  private final OnlyMerchant merchants = new OnlyMerchant(Samples.merchant());

  /** The same port, where whoever reads waits a moment for the other one to have read, too. */
  private static <T> T together(Class<T> port, T target, String reading) {
    CyclicBarrier both = new CyclicBarrier(2);
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              try {
                Object result = method.invoke(target, arguments);
                if (method.getName().equals(reading)) {
                  await(both);
                }
                return result;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  private static void await(CyclicBarrier both) throws InterruptedException {
    try {
      both.await(2, TimeUnit.SECONDS);
    } catch (TimeoutException | BrokenBarrierException alone) {
      // The other one waits for the lock: that is what is wanted.
    }
  }

  @Rule("R-CAP-01")
  @Test
  void aCaptureOfWhichTwoNodesLearnAtOnceIsToldOnce() throws Exception {
    Payment.Paid paid = new Payment.Paid(Samples.attempt(), Samples.tradeDetails());
    books
        .transactions()
        .run(() -> {
          books.orders().add(Samples.order());
          books.payments().add(paid);
        });
    EventLog events = together(EventLog.class, books.eventLog(), "ofOrder");
    CapturePayment capture = capturing(events, paid);

    List<Progress> progress =
        Race.of(2, () -> capture.proceed(new FollowUp.CaptureCard(Samples.SHOP, paid.id())));

    assertThat(progress).containsOnly(Progress.DONE);
    assertThat(books.eventLog().ofOrder(Samples.SHOP, Samples.ORDER))
        .filteredOn(known -> known.event() instanceof PaymentCaptured)
        .hasSize(1);
  }

  private CapturePayment capturing(EventLog events, Payment.Paid paid) {
    CardTrade captured =
        CardTrade.told(
            "Captured",
            paid.attempt().amount(),
            paid.attempt().amount(),
            Optional.of(Samples.NOW),
            List.of());
    CardGateway gateway =
        port(CardGateway.class, "queryCard", () -> new Answer.Accepted<>(captured));
    return new CapturePayment(
        books.transactions(),
        merchants,
        books.orders(),
        new AskAboutCard(merchants, books.payments(), gateway),
        gateway,
        new RecordedCall(
            books.transactions(),
            books.callJournal(),
            new LostCalls(books.callJournal(), events, Patience.DEFAULT),
            CLOCK),
        events,
        NO_FOLLOW_UPS,
        Patience.DEFAULT,
        CLOCK);
  }

  @Rule("R-ORD-17")
  @Test
  void aCardThatAMemberBindsInTwoWindowsAtOnceIsBoundOnce() throws Exception {
    CardSafe safe = safe();
    BindCardId card = new BindCardId("SECRET-0001");
    List<BoundCard> claimed = List.of(claimed("CARD1", card, safe), claimed("CARD2", card, safe));
    books.transactions().run(() -> claimed.forEach(books.boundCards()::add));
    BoundCards cards = together(BoundCards.class, books.boundCards(), "ofMember");
    BoundCardGateway gateway =
        port(
            BoundCardGateway.class,
            "getMemberBindCard",
            () -> new Answer.Accepted<>(List.of(new KnownCard(card, "2222"))));
    ConfirmBinding confirm =
        new ConfirmBinding(
            books.transactions(),
            merchants,
            cards,
            safe,
            gateway,
            new CardBooks(cards, books.eventLog(), NO_FOLLOW_UPS),
            Patience.DEFAULT,
            CLOCK);
    Iterator<BoundCard> next = new ConcurrentLinkedQueue<>(claimed).iterator();

    Race.of(
        2,
        () -> {
          BoundCard mine;
          synchronized (next) {
            mine = next.next();
          }
          return confirm.proceed(new FollowUp.SettleCard(Samples.SHOP, mine.id()));
        });

    assertThat(books.boundCards().ofMember(Samples.SHOP, MEMBER))
        .hasSize(2)
        .filteredOn(BoundCard.Bound.class::isInstance)
        .hasSize(1);
  }

  private static BoundCard claimed(String id, BindCardId card, CardSafe safe) {
    Binding binding =
        new Binding(
            new CardId(id), Samples.SHOP, MEMBER, new MerchantTradeNo("TRADE" + id), Samples.NOW);
    return new BoundCard.Claimed(binding, safe.seal(binding.id(), card), Samples.NOW);
  }

  private static CardSafe safe() {
    return new CardVault(new CardVault.Keys(Optional.of(PostgresBooks.CARD_KEY), List.of()));
  }

  @Test
  void nodesThatStartAtOnceOnAnEmptyDatabaseBringItUpToDateTogether() throws Exception {
    PersistenceModule.Database database = PostgresBooks.newDatabase("several_nodes");
    Race.of(
        4,
        () -> {
          try (PooledBooks node = new PooledBooks(database)) {
            node.migrate();
            return node.isReachable();
          }
        });
    try (PooledBooks node = new PooledBooks(database);
        var connection = node.pool().getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT count(*) - count(DISTINCT version), bool_and(success)"
                        + " FROM flyway_schema_history")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
      assertThat(rows.getBoolean(2)).isTrue();
    }
  }

  /** A port that can do this alone. */
  private static <T> T port(Class<T> port, String only, Supplier<?> answer) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, _) -> {
              if (!method.getName().equals(only)) {
                throw new AssertionError("not to be called: " + method.getName());
              }
              return answer.get();
            }));
  }
}
