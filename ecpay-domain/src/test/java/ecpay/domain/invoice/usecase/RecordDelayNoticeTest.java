package ecpay.domain.invoice.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ecpay.domain.Samples;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.inbox.Acknowledgement;
import ecpay.domain.inbox.RefusedNotice;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.order.InvoiceTiming.AfterDays;
import ecpay.domain.order.InvoiceTiming.OnTrigger;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** CB-10, which nothing authenticates: a hint to ask, and nothing more. */
class RecordDelayNoticeTest {
  private static Acknowledgement notice(Desk desk, String tsr) {
    RecordDelayNotice record =
        new RecordDelayNotice(
            (_, body) ->
                Optional.of(new String(body, StandardCharsets.UTF_8))
                    .filter(text -> !text.isEmpty())
                    .map(InvoiceId::new),
            desk.world.books.transactions(),
            desk.world.books.inbox(),
            desk.world.books.invoices(),
            desk.world.books.followUps(),
            desk.world.clock);
    return record.record(Samples.merchant(), tsr.getBytes(StandardCharsets.UTF_8));
  }

  @Rule({"R-INV-31", "R-INV-33"})
  @Test
  void aHintChangesNothingByItselfAndHasEcpayAsked() {
    for (Desk desk :
        new Desk[] {Desk.scheduled(new AfterDays(9)), Desk.scheduled(new OnTrigger(0))}) {
      Invoice before = desk.invoice();
      int asked = desk.world.wire.count("GetIssue");
      assertThat(notice(desk, desk.id().value())).isEqualTo(new Acknowledgement.Received());
      assertThat(desk.invoice()).isEqualTo(before);
      assertThat(desk.world.wire.count("GetIssue")).isEqualTo(asked);
      assertThat(desk.world.books.scheduled())
          .containsEntry(
              new FollowUp.SettleInvoice(Samples.SHOP, desk.id()), desk.world.clock.instant());
      desk.follow(Duration.ofMinutes(1));
      assertThat(desk.world.wire.count("GetIssue")).isEqualTo(asked + 1);
      assertThat(desk.invoice()).isEqualTo(before);
      desk.world.ecpayDelays.issueAll();
      notice(desk, desk.id().value());
      desk.follow(Duration.ofMinutes(1));
      assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
    }
  }

  @Rule({"R-INV-31", "R-INV-34"})
  @Test
  void aHintAboutOneThatIsOverFindsWhatEcpayIssuedAfterAll() {
    Desk desk = Desk.scheduled(new AfterDays(9));
    desk.cancel();
    desk.follow(Duration.ofHours(1));
    assertThat(desk.world.books.unfinished()).isEmpty();
    notice(desk, desk.id().value());
    desk.follow(Duration.ofMinutes(1));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Cancelled.class);
    desk.world.ecpayDelays.delayIssue(
        Samples.merchant(), desk.id(), desk.invoice().document(), new AfterDays(9));
    desk.world.ecpayDelays.issueAll();
    notice(desk, desk.id().value());
    desk.follow(Duration.ofMinutes(1));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
    assertThat(desk.shop.incidents()).containsExactly("ISSUED_AFTER_ALL");
  }

  @Rule("R-CBK-05")
  @Test
  void whateverItIsAboutItsBodyIsKeptAmongThoseThatAreNotAuthentic() {
    Desk desk = Desk.scheduled(new AfterDays(9));
    notice(desk, desk.id().value());
    desk.world.ecpayDelays.issueAll();
    desk.follow(Duration.ofMinutes(1));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
    notice(desk, desk.id().value());
    assertThat(desk.world.books.refusedNotices())
        .as("an equal one is kept once")
        .extracting(RefusedNotice::reason, RefusedNotice::at)
        .containsExactly(tuple("not signed", desk.world.clock.instant()));
  }

  @Rule("R-INV-31")
  @Test
  void aHintAboutAnIssuedOneIsAcknowledgedAndAsksNobody() {
    Desk desk = Desk.scheduled(new OnTrigger(0));
    desk.trigger();
    desk.follow(Duration.ofHours(1));
    assertThat(notice(desk, desk.id().value())).isEqualTo(new Acknowledgement.Received());
    assertThat(desk.world.books.scheduled())
        .doesNotContainKey(new FollowUp.SettleInvoice(Samples.SHOP, desk.id()));
  }

  @Rule("R-INV-31")
  @Test
  void whatSpeaksOfNoDelayedInvoiceIsRefusedAndKept() {
    Desk desk = Desk.invoiced();
    for (String tsr : new String[] {"NOBODY", "", desk.id().value()}) {
      assertThat(notice(desk, tsr)).isEqualTo(new Acknowledgement.Refused("unknown invoice"));
    }
    assertThat(desk.world.books.refusedNotices()).hasSize(3);
    assertThat(desk.world.books.scheduled())
        .doesNotContainKey(new FollowUp.SettleInvoice(Samples.SHOP, desk.id()));
  }
}
