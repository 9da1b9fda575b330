package ecpay.domain.boundcard.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.event.DomainEvent.CardBound;
import ecpay.domain.event.DomainEvent.CardDeleted;
import ecpay.domain.event.DomainEvent.CardNotBound;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.payment.Payment;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Member;
import ecpay.domain.world.Shop;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Wherever the program is killed, ECPay is asked once to bind, to delete or to charge, what the
 * books say of a card is what ECPay keeps, and an order is paid once.
 */
class KilledCardsTest {
  private static final List<Fault> FAULTS =
      List.of(Fault.NONE, Fault.DONE_BUT_LOST, Fault.LOST, Fault.NOT_SENT);

  private Member member = new Member();
  private BoundCard card = member.open();

  /** Kills everywhere while something is done; what its sender does again belongs to the end. */
  private int killEverywhere(
      Consumer<Member> beginning, Consumer<Member> done, Consumer<Member> end) {
    return Shop.killEverywhere(
        new Shop.Story() {
          @Override
          public Shop begin() {
            member = new Member();
            beginning.accept(member);
            return member.shop;
          }

          @Override
          public void live(Shop shop) {
            done.accept(member);
          }

          @Override
          public void check(Shop shop) {
            end.accept(member);
            assertThat(shop.world.books.scheduled().keySet())
                .noneMatch(FollowUp.SettleCard.class::isInstance)
                .noneMatch(FollowUp.SettlePayment.class::isInstance);
          }
        });
  }

  private long told(Class<?> kind) {
    return member.world().orderlessEvents().stream().filter(kind::isInstance).count();
  }

  private List<BoundCard> cards() {
    return member.world().books.boundCards().ofMember(Samples.SHOP, Member.ID);
  }

  @Rule("R-PAY-02")
  @Test
  void aFormThatNobodySeesBindsNothingAndAnotherOneIsOpened() {
    int points =
        killEverywhere(
            _ -> {},
            Member::open,
            killed -> {
              assertThat(cards()).allMatch(BoundCard.Failed.class::isInstance);
              assertThat(told(CardNotBound.class)).isEqualTo(cards().size());
              assertThat(killed.bound()).isEqualTo(cards().getLast());
              killed.follow(Duration.ofHours(1));
            });
    assertThat(points).isGreaterThan(15);
  }

  @Rule({"R-PAY-08", "R-PAY-13"})
  @Test
  void aBindingIsSentOnceAndIsACardOrNone() {
    for (Fault fault : FAULTS) {
      for (boolean atOnce : new boolean[] {true, false}) {
        int points =
            killEverywhere(
                beginning -> {
                  if (atOnce) {
                    beginning.world().ecpayCards.bindAtOnce();
                  }
                  card = beginning.open();
                  beginning.world().wire.script("CreateBindCard", fault);
                },
                member -> member.submit(card),
                killed -> {
                  assertThat(killed.now(card))
                      .isInstanceOfAny(BoundCard.Bound.class, BoundCard.Failed.class);
                  boolean isBound = killed.now(card) instanceof BoundCard.Bound;
                  assertThat(told(CardBound.class)).isEqualTo(isBound ? 1 : 0);
                  assertThat(told(CardNotBound.class)).isEqualTo(isBound ? 0 : 1);
                  assertThat(killed.submit(card)).isEqualTo(killed.now(card));
                  assertThat(killed.world().wire.count("CreateBindCard")).isLessThanOrEqualTo(1);
                });
        assertThat(points).isGreaterThan(10);
      }
    }
  }

  @Rule({"R-PAY-08", "R-PAY-14"})
  @Test
  void aClaimThatABrowserBroughtIsConfirmedHoweverOftenItComes() {
    AtomicReference<BindCardId> claim = new AtomicReference<>();
    for (Fault fault : FAULTS) {
      int points =
          killEverywhere(
              beginning -> {
                card = beginning.open();
                beginning.submit(card);
                claim.set(beginning.world().ecpayCards.keep(Member.ID));
                beginning.world().wire.script("GetMemberBindCard", fault);
              },
              member -> member.returned(card, claim.get()),
              killed -> {
                // Killed before it was written down, only the browser's second try could tell.
                BoundCard before = killed.now(card);
                killed.returned(card, claim.get());
                assertThat(killed.now(card)).isEqualTo(before);
                assertThat(before).isInstanceOfAny(BoundCard.Bound.class, BoundCard.Failed.class);
                assertThat(told(CardBound.class) + told(CardNotBound.class)).isEqualTo(1);
              });
      assertThat(points).isGreaterThan(10);
    }
  }

  @Rule("R-PAY-08")
  @Test
  void aBrowserThatTriesAgainAtOnceGetsItsCardWhereverTheFirstTryWasKilled() {
    AtomicReference<BindCardId> claim = new AtomicReference<>();
    int points =
        killEverywhere(
            beginning -> {
              card = beginning.open();
              beginning.submit(card);
              claim.set(beginning.world().ecpayCards.keep(Member.ID));
            },
            member -> {
              try {
                member.returned(card, claim.get());
              } finally {
                member.world().interruptions.killNoMore();
                member.returned(card, claim.get());
              }
            },
            killed -> {
              assertThat(killed.now(card)).isInstanceOf(BoundCard.Bound.class);
              assertThat(told(CardBound.class)).isEqualTo(1);
            });
    assertThat(points).isGreaterThan(10);
  }

  @Rule({"R-PAY-13", "R-PAY-14"})
  @Test
  void aDeletedCardIsGoneHereAndAtEcpay() {
    for (Fault fault : FAULTS) {
      int points =
          killEverywhere(
              beginning -> {
                card = beginning.bound();
                beginning.world().wire.script("DeleteMemberBindCard", fault);
              },
              member -> member.world().cards.delete.delete(card.id()),
              killed -> {
                boolean isGone = killed.now(card) instanceof BoundCard.Deleted;
                assertThat(killed.world().ecpayCards.kept()).isEqualTo(isGone ? 0 : 1);
                for (int tries = 0; tries < 2; tries++) { // the fault may still be to come
                  killed.world().cards.delete.delete(card.id());
                  killed.follow(Duration.ofHours(1));
                }
                assertThat(killed.now(card)).isInstanceOf(BoundCard.Deleted.class);
                assertThat(killed.world().ecpayCards.kept()).isZero();
                assertThat(told(CardDeleted.class)).isEqualTo(1);
              });
      assertThat(points).isGreaterThan(10);
    }
  }

  @Rule({"R-PAY-13", "R-ORD-03"})
  @Test
  void anOrderIsPaidOnceByABoundCard() {
    for (Fault fault : FAULTS) {
      int points =
          killEverywhere(
              beginning -> {
                card = beginning.bound();
                beginning.world().wire.script("CreatePaymentWithCardID", fault);
              },
              member -> {
                member.pay(card);
                member.world().ecpayPayments.moneyArrives(member.shop.payment().tradeNo());
                member.follow(Duration.ofHours(2));
              },
              killed -> {
                killed.follow(Duration.ofDays(2));
                for (int tries = 0; tries < 2 && !killed.shop.order().isPaid(); tries++) {
                  assertThat(killed.pay(card)).isInstanceOf(PayWithCard.Result.Submitted.class);
                  killed.world().ecpayPayments.moneyArrives(killed.shop.payment().tradeNo());
                  killed.follow(Duration.ofDays(2));
                }
                assertThat(killed.pay(card)).isInstanceOf(PayWithCard.Result.AlreadyPaid.class);
                assertThat(killed.shop.payments())
                    .filteredOn(Payment.Paid.class::isInstance)
                    .hasSize(1);
                assertThat(killed.shop.invoices()).hasSize(1);
                assertThat(killed.shop.incidents()).doesNotContain("SECOND_PAYMENT");
                killed.follow(Duration.ofDays(30));
              });
      assertThat(points).isGreaterThan(20);
    }
  }
}
