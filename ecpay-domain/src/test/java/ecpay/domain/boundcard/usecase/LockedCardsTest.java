package ecpay.domain.boundcard.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecpay.domain.Samples;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Member;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The key that seals ids of cards is changed, or lost (R-PAY-14). */
class LockedCardsTest {
  private final Member member = new Member();

  private void loseTheOldKey() {
    member.world().safe.changeKey("second", false);
  }

  private Iterable<String> incidents() {
    return member.world().orderlessEvents().stream()
        .filter(IncidentRaised.class::isInstance)
        .map(event -> ((IncidentRaised) event).kind())
        .toList();
  }

  @Rule("R-PAY-14")
  @Test
  void aCardOfAnOlderKeyIsUsedAsLongAsThatKeyIsKept() {
    BoundCard.Bound card = member.bound();
    member.world().safe.changeKey("second", true);
    assertThat(member.pay(card)).isInstanceOf(PayWithCard.Result.Submitted.class);
    assertThat(member.bound().card().key()).isEqualTo("second");
    assertThat(member.world().cards.delete.delete(card.id())).isInstanceOf(BoundCard.Deleted.class);
    assertThat(member.world().wire.count("DeleteMemberBindCard")).isEqualTo(1);
  }

  @Rule("R-PAY-14")
  @Test
  void aCardThatNoKeyOpensIsNotChargedAndTheErrorNamesTheSettings() {
    BoundCard.Bound card = member.bound();
    loseTheOldKey();
    assertThatExceptionOfType(IllegalMoveException.class)
        .isThrownBy(() -> member.pay(card))
        .withMessageContaining("cards.key")
        .withMessageContaining("cards.old-keys");
    assertThat(member.world().wire.count("CreatePaymentWithCardID")).isZero();
    assertThat(member.shop.payments()).isEmpty();
    assertThat(member.now(card)).isEqualTo(card);
  }

  @Rule("R-PAY-14")
  @Test
  void aCardThatNoKeyOpensIsDeletedHereAndAPersonSeesToItAtEcpay() {
    BoundCard.Bound card = member.bound();
    loseTheOldKey();
    assertThat(member.world().cards.delete.delete(card.id())).isInstanceOf(BoundCard.Deleted.class);
    assertThat(member.world().wire.count("DeleteMemberBindCard")).isZero();
    assertThat(incidents()).containsExactly("CARD_KEPT_AT_ECPAY");
    assertThat(member.world().cards.delete.delete(card.id())).isInstanceOf(BoundCard.Deleted.class);
    assertThat(incidents()).hasSize(1);
  }

  @Rule("R-PAY-14")
  @Test
  void aDeletionWhoseAnswerAndKeyAreLostEndsHere() {
    BoundCard.Bound card = member.bound();
    member.world().wire.script("DeleteMemberBindCard", Fault.LOST);
    member.world().cards.delete.delete(card.id());
    loseTheOldKey();
    member.follow(Duration.ofHours(1));
    assertThat(member.now(card)).isInstanceOf(BoundCard.Deleted.class);
    assertThat(incidents()).containsExactly("CARD_KEPT_AT_ECPAY");
    assertThat(member.world().books.scheduled()).isEmpty();
  }

  @Rule({"R-PAY-08", "R-PAY-14"})
  @Test
  void aClaimThatNoKeyOpensWaitsADayForItsKey() {
    for (boolean keyComesBack : new boolean[] {true, false}) {
      BoundCard.Open open = member.open();
      member.submit(open);
      BindCardId id = member.world().ecpayCards.keep(Member.ID);
      member.world().wire.script("GetMemberBindCard", Fault.NOT_SENT);
      member.returned(open, id);
      String key = ((BoundCard.Claimed) member.now(open)).card().key();
      member.world().safe.changeKey("another", false);
      member.follow(Duration.ofHours(3));
      assertThat(member.now(open)).isInstanceOf(BoundCard.Claimed.class);
      if (keyComesBack) {
        member.world().safe.changeKey(key, true);
      }
      member.follow(Duration.ofDays(2));
      assertThat(member.now(open))
          .isInstanceOf(keyComesBack ? BoundCard.Bound.class : BoundCard.Failed.class);
      assertThat(member.world().books.scheduled()).isEmpty();
    }
  }

  @Rule("R-PAY-14")
  @Test
  void withoutAnyKeyACardIsStillListedAndFound() {
    BoundCard.Bound card = member.bound();
    member.world().safe.loseTheKey();
    assertThat(member.world().books.boundCards().ofMember(Samples.SHOP, Member.ID))
        .containsExactly(card);
  }
}
