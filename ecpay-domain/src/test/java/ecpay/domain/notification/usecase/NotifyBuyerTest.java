package ecpay.domain.notification.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.event.DomainEvent.BuyerNotNotified;
import ecpay.domain.event.DomainEvent.BuyerNotified;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.Notice.Channel;
import ecpay.domain.notification.Notice.Recipient;
import ecpay.domain.notification.Notice.Subject;
import ecpay.domain.notification.Notification;
import ecpay.domain.notification.Notification.Outcome;
import ecpay.domain.notification.NotificationId;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotifyBuyerTest {
  private final World world = new World();
  private final Shop shop = Shop.paid(world);
  private final FollowUp.NotifyBuyer notify = new FollowUp.NotifyBuyer(Samples.SHOP, shop.order);

  private List<Notification> notices() {
    return world.books.notifications().ofOrder(Samples.SHOP, shop.order);
  }

  private void issue() {
    assertThat(shop.proceed(new FollowUp.IssueInvoice(Samples.SHOP, shop.order)))
        .isEqualTo(Progress.DONE);
  }

  @Rule({"R-NOT-01", "R-NOT-05"})
  @Test
  void theBuyerIsToldOfTheInvoiceOnceByMail() {
    issue();
    assertThat(shop.proceed(notify)).isEqualTo(new Progress.WaitUntil(world.clock.instant()));
    assertThat(shop.proceed(notify)).isEqualTo(Progress.DONE);
    assertThat(world.wire.count("InvoiceNotify")).isEqualTo(1);
    assertThat(notices())
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.outcome()).isEqualTo(Outcome.SENT);
          assertThat(notice.notice().subject()).isEqualTo(Subject.INVOICE_ISSUED);
          assertThat(notice.notice().channel()).isEqualTo(Channel.EMAIL);
          assertThat(notice.notice().recipient()).isEqualTo(Recipient.CUSTOMER);
        });
    assertThat(shop.events(BuyerNotified.class))
        .extracting(BuyerNotified::subject)
        .containsExactly("INVOICE_ISSUED");
  }

  @Test
  void withoutAnInvoiceNobodyIsTold() {
    assertThat(shop.proceed(notify)).isEqualTo(Progress.DONE);
    assertThat(notices()).isEmpty();
    assertThat(world.wire.count("InvoiceNotify")).isZero();
  }

  @Rule("R-NOT-06")
  @Test
  void aMerchantWhoseDashboardNotifiesGetsNoSecondNotice() {
    Merchant sample = Samples.merchant();
    World quiet =
        new World(
            new Merchant(
                sample.id(),
                sample.name(),
                sample.payments(),
                sample.invoices(),
                sample.callbacks(),
                true,
                sample.invoicing()));
    Shop invoiced = Shop.invoiced(quiet);
    assertThat(invoiced.world.wire.count("InvoiceNotify")).isZero();
    assertThat(invoiced.events(BuyerNotified.class)).isEmpty();
  }

  @Test
  void aNoticeThatNeverLeftIsTriedAgain() {
    issue();
    world.wire.script("InvoiceNotify", Fault.NOT_SENT);
    assertThat(shop.proceed(notify)).isInstanceOf(Progress.TryAgain.class);
    assertThat(shop.proceed(notify)).isEqualTo(new Progress.WaitUntil(world.clock.instant()));
    assertThat(shop.proceed(notify)).isEqualTo(Progress.DONE);
    assertThat(notices())
        .extracting(Notification::outcome)
        .containsExactly(Outcome.NOT_SENT, Outcome.SENT);
  }

  @Rule("R-PAY-13")
  @Test
  void aNoticeWhoseFateIsUnknownOrThatWasRefusedIsNeverRepeated() {
    for (Fault fault : List.of(Fault.LOST, Fault.DONE_BUT_LOST, Fault.HTTP_500, Fault.REFUSED)) {
      World fresh = new World();
      fresh.wire.script("InvoiceNotify", fault);
      Shop told = Shop.invoiced(fresh);
      assertThat(told.events(BuyerNotNotified.class)).hasSize(1);
      assertThat(fresh.books.callJournal().ofOrder(Samples.SHOP, told.order))
          .allMatch(call -> call.closedAt().isPresent());
      assertThat(told.proceed(new FollowUp.NotifyBuyer(Samples.SHOP, told.order)))
          .isEqualTo(Progress.DONE);
      assertThat(fresh.wire.count("InvoiceNotify")).isEqualTo(1);
      assertThat(fresh.books.notifications().ofOrder(Samples.SHOP, told.order))
          .extracting(Notification::outcome)
          .containsExactly(fault == Fault.REFUSED ? Outcome.REFUSED : Outcome.UNKNOWN);
      assertThat(told.events(BuyerNotNotified.class)).hasSize(1);
    }
  }

  @Rule("R-PAY-13")
  @Test
  void killedAnywhereTheBuyerIsToldAtMostOnceAndTheEndIsKnown() {
    int points =
        Shop.killEverywhere(
            new Shop.Story() {
              @Override
              public Shop begin() {
                Shop fresh = Shop.paid(new World());
                fresh.proceed(new FollowUp.IssueInvoice(Samples.SHOP, fresh.order));
                return fresh;
              }

              @Override
              public void live(Shop killed) {
                killed.runUntil(killed.world.clock.instant().plus(Duration.ofHours(1)));
              }

              @Override
              public void check(Shop killed) {
                assertThat(killed.world.wire.count("InvoiceNotify")).isLessThanOrEqualTo(1);
                assertThat(
                        killed.events(BuyerNotified.class).size()
                            + killed.events(BuyerNotNotified.class).size())
                    .isEqualTo(1);
                assertThat(killed.world.books.notifications().ofOrder(Samples.SHOP, killed.order))
                    .singleElement()
                    .satisfies(
                        notice -> assertThat(notice.outcome()).isIn(Outcome.SENT, Outcome.UNKNOWN));
              }
            });
    assertThat(points).isGreaterThan(15);
  }

  @Rule({"R-NOT-06", "R-PAY-13"})
  @Test
  void aNoticeThatAnOperatorSendsAtThisMomentIsLeftToItsAnswerUntilThePatienceIsOver() {
    issue();
    Notification sending = atAnOperatorsWish();
    world
        .books
        .transactions()
        .run(() -> {
          world.books.orders().lock(Samples.SHOP, shop.order);
          world.books.notifications().add(sending);
        });

    Instant patience = Patience.DEFAULT.after(sending.requestedAt());
    shop.proceed(notify); // tells the buyer
    assertThat(shop.proceed(notify)).isEqualTo(new Progress.WaitUntil(patience));
    assertThat(outcomeOf(sending)).isEqualTo(Outcome.REQUESTED);

    world.clock.advance(Duration.between(world.clock.instant(), patience));
    assertThat(shop.proceed(notify)).isEqualTo(Progress.DONE);
    assertThat(outcomeOf(sending)).isEqualTo(Outcome.UNKNOWN);
    assertThat(world.wire.count("InvoiceNotify")).isEqualTo(1);
  }

  private Notification atAnOperatorsWish() {
    return Notification.request(
        new NotificationId("01J00000000000000000000001"),
        Samples.SHOP,
        shop.order,
        new Notice(
            new InvoiceNumber("UV11100016"),
            Optional.empty(),
            Subject.INVOICE_ISSUED,
            Channel.EMAIL,
            Recipient.MERCHANT,
            Optional.empty(),
            List.of(new EmailAddress("shop@example.com"))),
        world.clock.instant());
  }

  private Outcome outcomeOf(Notification notice) {
    return notices().stream()
        .filter(known -> known.id().equals(notice.id()))
        .map(Notification::outcome)
        .findFirst()
        .orElseThrow();
  }
}
