package ecpay.domain.allowance.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceNoticeReader.ConsentReport;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Reason;
import ecpay.domain.event.DomainEvent.AllowanceIssued;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.inbox.Acknowledgement;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.money.Money;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordConsentTest {
  private static final Acknowledgement RECEIVED = new Acknowledgement.Received();
  private final World world = new World();
  private final Shop shop = Shop.invoiced(world);

  private void request() {
    world.requestAllowance.request(
        Samples.SHOP, shop.order, AllowanceJourneyTest.books("r1", Samples.onlineConsent(), 1));
  }

  private ConsentReport consent() {
    return world.ecpayAllowances.consent(world.ecpayAllowances.entries().getFirst().number());
  }

  private Allowance allowance() {
    return shop.allowances().getFirst();
  }

  private static ConsentReport with(ConsentReport report, int rtnCode) {
    return new ConsentReport(
        rtnCode, report.number(), report.invoice(), report.at(), report.remaining());
  }

  @Rule("R-CBK-01")
  @Test
  void whatIsNotAuthenticIsRefusedAndChangesNothing() {
    request();
    Allowance before = allowance();
    byte[] forged = "forged".getBytes(StandardCharsets.UTF_8);
    assertThat(world.recordConsent.record(Samples.merchant(), forged))
        .isEqualTo(new Acknowledgement.Refused("not authentic"));
    assertThat(world.books.refusedNotices()).hasSize(1);
    assertThat(allowance()).isEqualTo(before);
  }

  @Rule({"R-ALW-22", "R-CBK-03"})
  @Test
  void aConsentIssuesTheAllowanceOnceHoweverOftenItIsTold() {
    request();
    ConsentReport report = consent();
    for (int i = 0; i < 4; i++) {
      assertThat(shop.deliver(report)).isEqualTo(RECEIVED);
      world.clock.advance(Duration.ofHours(2));
    }
    assertThat(allowance())
        .isEqualTo(
            new Allowance.Issued(
                allowance().draft(), report.number(), report.at(), Optional.empty()));
    assertThat(shop.events(AllowanceIssued.class)).hasSize(1);
    assertThat(shop.incidents()).isEmpty();
  }

  @Rule("R-ALW-29")
  @Test
  void anotherRemainingAmountIsAnIncidentButTheAllowanceIsIssued() {
    request();
    ConsentReport report = consent();
    shop.deliver(
        new ConsentReport(1, report.number(), report.invoice(), report.at(), Money.of(649)));
    assertThat(allowance()).isInstanceOf(Allowance.Issued.class);
    assertThat(shop.incidents()).containsExactly("REMAINING_DIFFERS");
  }

  @Rule("R-ALW-29")
  @Test
  void anotherRemainingAmountThatTheAnswerToldIsNotToldAgainByTheConsent() {
    world.ecpayInvoices.showTooMuch(1);
    request();
    assertThat(shop.incidents()).containsExactly("REMAINING_DIFFERS");
    ConsentReport report = consent();
    shop.deliver(
        new ConsentReport(1, report.number(), report.invoice(), report.at(), Money.of(649)));
    assertThat(allowance()).isInstanceOf(Allowance.Issued.class);
    assertThat(shop.incidents()).containsExactly("REMAINING_DIFFERS");
  }

  @Rule("R-ALW-22")
  @Test
  void anyOtherCodeIsNoConsent() {
    request();
    ConsentReport report = consent();
    Allowance before = allowance();
    assertThat(shop.deliver(with(report, 0))).isEqualTo(RECEIVED);
    assertThat(allowance()).isEqualTo(before);
    assertThat(shop.incidents()).containsExactly("UNKNOWN_ALLOWANCE");
    shop.deliver(report);
    assertThat(allowance()).isInstanceOf(Allowance.Issued.class);
  }

  @Rule("R-ALW-27")
  @Test
  void aNumberOrInvoiceThatDoesNotMatchIsAnIncidentAndChangesNothing() {
    request();
    ConsentReport report = consent();
    Allowance before = allowance();
    assertThat(
            shop.deliver(
                new ConsentReport(
                    1,
                    new AllowanceNumber("9999999999999999"),
                    report.invoice(),
                    report.at(),
                    report.remaining())))
        .isEqualTo(RECEIVED);
    assertThat(
            shop.deliver(
                new ConsentReport(
                    1,
                    report.number(),
                    new InvoiceNumber("ZZ99999999"),
                    report.at(),
                    report.remaining())))
        .isEqualTo(RECEIVED);
    assertThat(allowance()).isEqualTo(before);
    assertThat(world.orderlessEvents())
        .hasSize(2)
        .allSatisfy(
            event -> assertThat(((IncidentRaised) event).kind()).isEqualTo("UNKNOWN_ALLOWANCE"));
    shop.deliver(report);
    assertThat(allowance()).isInstanceOf(Allowance.Issued.class);
  }

  @Rule({"R-ALW-27", "R-PAY-13"})
  @Test
  void theNumberOfALostAnswerIsFoundByAskingAtOnce() {
    world.wire.script("AllowanceByCollegiate", Fault.DONE_BUT_LOST);
    request();
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(3)));
    FollowUp settle = new FollowUp.SettleAllowance(Samples.SHOP, allowance().id());
    assertThat(world.books.scheduled().get(settle)).isAfter(world.clock.instant());
    shop.deliver(consent());
    assertThat(world.books.scheduled()).containsEntry(settle, world.clock.instant());
    shop.runUntil(world.clock.instant());
    assertThat(allowance()).isInstanceOf(Allowance.Issued.class);
    assertThat(shop.events(AllowanceIssued.class)).hasSize(1);
  }

  @Rule({"R-ALW-22", "R-ALW-23"})
  @Test
  void aConsentThatIsFasterThanTheAnswerWithItsNumberIssuesTheAllowanceWithThatAnswer() {
    world.wire.meanwhile(
        "AllowanceByCollegiate",
        () ->
            world.interruptions.before(
                "Transactions.inTransaction",
                () -> assertThat(shop.deliver(consent())).isEqualTo(RECEIVED)));
    request();
    assertThat(allowance()).isInstanceOf(Allowance.Issued.class);
    assertThat(shop.events(AllowanceIssued.class)).hasSize(1);
  }

  @Rule("R-ALW-28")
  @Test
  void aLateConsentIsAnIncidentAndTheStateFollowsTheQuery() {
    request();
    ConsentReport report = consent();
    expireInOurBooksOnly();
    assertThat(shop.deliver(report)).isEqualTo(RECEIVED);
    assertThat(shop.incidents()).containsExactly("LATE_CONSENT");
    assertThat(allowance()).isInstanceOf(Allowance.Expired.class);
    shop.runUntil(world.clock.instant());
    assertThat(allowance()).isInstanceOf(Allowance.Issued.class);
  }

  private void expireInOurBooksOnly() {
    Allowance.AwaitingConsent waiting = (Allowance.AwaitingConsent) allowance();
    world.clock.advanceTo(waiting.deadline());
    save(waiting.expire(waiting.deadline()));
  }

  private void save(Allowance allowance) {
    world
        .books
        .transactions()
        .run(() -> {
          world.books.orders().lock(Samples.SHOP, shop.order);
          world.books.allowances().save(allowance);
        });
  }

  @Rule("R-ALW-28")
  @Test
  void aCancelledOneFollowsTheQueryToo() {
    request();
    ConsentReport report = consent();
    Allowance.AwaitingConsent waiting = (Allowance.AwaitingConsent) allowance();
    save(waiting.cancel(new Reason("退貨取消"), world.clock.instant()));
    shop.deliver(report);
    assertThat(shop.incidents()).containsExactly("LATE_CONSENT");
    shop.runUntil(world.clock.instant());
    assertThat(allowance()).isInstanceOf(Allowance.Issued.class);
  }

  @Rule("R-ALW-28")
  @Test
  void whatEcpayDoesNotListStaysCancelledOrExpired() {
    request();
    Allowance.AwaitingConsent waiting = (Allowance.AwaitingConsent) allowance();
    Allowance cancelled = waiting.cancel(new Reason("退貨取消"), world.clock.instant());
    save(cancelled);
    FollowUp settle = new FollowUp.SettleAllowance(Samples.SHOP, waiting.id());
    assertThat(shop.proceed(settle)).isEqualTo(Progress.DONE);
    assertThat(allowance()).isEqualTo(cancelled);
    expired(waiting);
    assertThat(shop.proceed(settle)).isEqualTo(Progress.DONE);
    assertThat(allowance()).isInstanceOf(Allowance.Expired.class);
  }

  private void expired(Allowance.AwaitingConsent waiting) {
    save(waiting.expire(waiting.deadline()));
  }

  @Rule({"R-CBK-03", "R-CBK-05"})
  @Test
  void killedAnywhereTheNextDeliveryFinishesTheWork() {
    int points =
        Shop.killEverywhere(
            new Shop.Story() {
              @Override
              public Shop begin() {
                Shop fresh = Shop.invoiced(new World());
                fresh.world.requestAllowance.request(
                    Samples.SHOP,
                    fresh.order,
                    AllowanceJourneyTest.books("r1", Samples.onlineConsent(), 1));
                return fresh;
              }

              @Override
              public void live(Shop fresh) {
                fresh.deliver(
                    fresh.world.ecpayAllowances.consent(
                        fresh.world.ecpayAllowances.entries().getFirst().number()));
              }

              @Override
              public void check(Shop fresh) {
                assertThat(fresh.allowances()).singleElement().isInstanceOf(Allowance.Issued.class);
                assertThat(fresh.events(AllowanceIssued.class)).hasSize(1);
                assertThat(fresh.incidents()).isEmpty();
              }
            });
    assertThat(points).isGreaterThan(10);
  }
}
