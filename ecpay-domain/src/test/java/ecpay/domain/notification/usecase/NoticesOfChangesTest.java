package ecpay.domain.notification.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.Notice.Channel;
import ecpay.domain.notification.Notice.Subject;
import ecpay.domain.notification.Notification;
import ecpay.domain.notification.Notification.Outcome;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.OrderContent;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a buyer is told of voids, and what a person has sent again. */
class NoticesOfChangesTest {
  private static List<Notification> notices(Desk desk) {
    return desk.world.books.notifications().ofOrder(Samples.SHOP, desk.shop.order);
  }

  @Rule({"R-NOT-01", "R-NOT-02"})
  @Test
  void theBuyerIsToldOnceOfAVoidAllowanceAndOnceOfAVoidInvoice() {
    Desk desk = Desk.invoiced();
    desk.reduce("r1", Samples.paperConsent(), 3, 50);
    desk.voidAllowance();
    desk.follow(Duration.ofHours(1));
    desk.voidInvoice();
    desk.shop.runToTheEnd();
    assertThat(notices(desk))
        .extracting(notice -> notice.notice().subject().tag())
        .containsExactly("I", "AI", "II");
    assertThat(notices(desk)).allMatch(notice -> notice.outcome() == Outcome.SENT);
    assertThat(notices(desk).get(1).notice().allowance()).isPresent();
    assertThat(notices(desk).get(2).notice().allowance()).isEmpty();
  }

  @Rule({"R-NOT-03", "R-NOT-05"})
  @Test
  void aBuyerWithoutAnEmailIsToldByTextMessage() {
    OrderContent sample = Samples.content();
    Desk desk =
        Desk.of(
            Shop.paid(
                new World(),
                new OrderContent(
                    new Buyer("王小明", Optional.empty(), Optional.of(new PhoneNumber("0912345678"))),
                    sample.lines(),
                    sample.total(),
                    sample.description(),
                    sample.invoice())));
    desk.follow(Duration.ofHours(1));
    assertThat(notices(desk))
        .singleElement()
        .satisfies(one -> assertThat(one.notice().channel()).isEqualTo(Channel.SMS));
  }

  @Rule("R-NOT-06")
  @Test
  void onlyAnExplicitResendTellsABuyerWhomTheDashboardTells() {
    Merchant sample = Samples.merchant();
    Merchant quiet =
        new Merchant(
            sample.id(),
            sample.name(),
            sample.payments(),
            sample.invoices(),
            sample.callbacks(),
            true,
            sample.invoicing());
    Desk desk = Desk.of(Shop.invoiced(new World(quiet)));
    desk.voidInvoice();
    desk.shop.runToTheEnd();
    assertThat(notices(desk)).isEmpty();
    Notice again = Samples.notice();
    for (int i = 1; i <= 2; i++) {
      assertThat(desk.world.resendNotice.send(quiet, desk.shop.order, again).outcome())
          .isEqualTo(Outcome.SENT);
      assertThat(desk.world.wire.count("InvoiceNotify")).isEqualTo(i);
    }
    desk.world.wire.script("InvoiceNotify", Fault.LOST, Fault.REFUSED, Fault.NOT_SENT);
    for (Outcome outcome : List.of(Outcome.UNKNOWN, Outcome.REFUSED, Outcome.NOT_SENT)) {
      assertThat(desk.world.resendNotice.send(quiet, desk.shop.order, again).outcome())
          .isEqualTo(outcome);
    }
    assertThat(notices(desk)).hasSize(5);
    assertThat(notices(desk).getFirst().notice().subject()).isEqualTo(Subject.INVOICE_ISSUED);
  }
}
