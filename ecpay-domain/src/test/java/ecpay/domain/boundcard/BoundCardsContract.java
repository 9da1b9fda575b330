package ecpay.domain.boundcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.CheckoutToken;
import ecpay.domain.payment.offer.MemberId;
import java.net.URI;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

public abstract class BoundCardsContract extends BooksContract {
  private static final MemberId MEMBER = new MemberId("member-1");
  private static final SealedCardId SECRET = new SealedCardId("key-1", "U0VBTEVE");

  private static Binding binding(String id) {
    return new Binding(
        new CardId(id), Samples.SHOP, MEMBER, new MerchantTradeNo("TRADE" + id), Samples.NOW);
  }

  /** One that can be paid with. */
  public static BoundCard.Bound bound(String id) {
    return new BoundCard.Bound(binding(id), SECRET, "2222", Samples.NOW);
  }

  @Test
  void everyStateIsFoundAsItWasSaved() {
    BoundCard.Opening opening = new BoundCard.Opening(binding("CARD1"));
    inTransaction(() -> {
      books.boundCards().add(opening);
      return opening;
    });
    BoundCard.Open open =
        opening.opened(
            new CheckoutToken("token"), Samples.NOW, Samples.NOW.plus(BoundCard.TOKEN_LIFE));
    BoundCard.Bound bound = bound("CARD1");
    for (BoundCard state :
        new BoundCard[] {
          open,
          open.submit(Samples.NOW),
          new BoundCard.AwaitingMember(
              opening.binding(), URI.create("https://bank.example/3d"), Samples.NOW),
          new BoundCard.Claimed(opening.binding(), SECRET, Samples.NOW),
          bound,
          bound.deleting(Samples.NOW),
          bound.deleting(Samples.NOW).deleted(Samples.NOW),
          opening.failed("10200058", "refused")
        }) {
      inTransaction(() -> {
        assertThat(books.boundCards().lock(opening.id())).isNotNull();
        books.boundCards().save(state);
        return state;
      });
      assertThat(books.boundCards().find(opening.id())).contains(state);
    }
  }

  @Test
  void aCardIsFoundByItsTradeNumberAndItsMember() {
    BoundCard.Bound first = bound("CARD1");
    BoundCard.Bound second = bound("CARD2");
    books
        .transactions()
        .run(() -> {
          books.boundCards().add(first);
          books.boundCards().add(second);
        });
    assertThat(books.boundCards().findByTradeNo(Samples.SHOP, first.binding().tradeNo()))
        .contains(first);
    assertThat(books.boundCards().ofMember(Samples.SHOP, MEMBER)).containsExactly(first, second);
    assertThat(books.boundCards().ofMember(new MerchantId("stranger"), MEMBER)).isEmpty();
    assertThat(books.boundCards().ofMember(Samples.SHOP, new MemberId("other"))).isEmpty();
  }

  @Test
  void aCardIsThereOnceAndOneThatIsNotThereCannotBeLockedOrSaved() {
    BoundCard.Bound card = bound("CARD1");
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> inTransaction(() -> books.boundCards().lock(card.id())));
    assertThatIllegalStateException()
        .isThrownBy(() -> books.transactions().run(() -> books.boundCards().save(card)));
    books.transactions().run(() -> books.boundCards().add(card));
    assertThatIllegalStateException()
        .isThrownBy(() -> books.transactions().run(() -> books.boundCards().add(card)));
  }
}
