package ecpay.domain.invoice.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.Reason;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.document.Bearer;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.InvoiceTiming.OnTrigger;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.Shop;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever a merchant wants is done exactly once, wherever the program is killed meanwhile. */
class KilledChangesTest {
  private static final List<Fault> FAULTS =
      List.of(Fault.NONE, Fault.DONE_BUT_LOST, Fault.LOST, Fault.NOT_SENT);

  /**
   * A wish that is killed. A merchant who got no answer repeats it, and must not do harm thereby.
   */
  private record Wish(
      Supplier<Desk> beginning,
      String operation,
      Fault fault,
      Consumer<Desk> want,
      Consumer<Desk> end)
      implements Shop.Story {
    @Override
    public Shop begin() {
      Desk desk = beginning.get();
      desk.world.wire.script(operation, fault);
      return desk.shop;
    }

    @Override
    public void live(Shop shop) {
      want.accept(Desk.of(shop));
      Desk.of(shop).follow(Duration.ofHours(1));
    }

    @Override
    public void check(Shop shop) {
      Desk desk = Desk.of(shop);
      want.accept(desk);
      desk.follow(Duration.ofDays(20));
      end.accept(desk);
      assertThat(shop.incidents())
          .isEqualTo(operation.equals("Issue") ? List.of("ISSUE_REFUSED") : List.of());
      assertThat(shop.world.books.unfinished()).isEmpty();
      assertThat(shop.world.books.callJournal().ofOrder(Samples.SHOP, shop.order))
          .filteredOn(call -> call.operation().name().equals(operation))
          .isNotEmpty();
      shop.invoices().forEach(invoice -> agrees(shop, invoice));
    }

    /** ECPay's books hold what ours hold. */
    private static void agrees(Shop shop, Invoice invoice) {
      InvoiceGateway books = shop.world.ecpayInvoices;
      var known =
          (Answer.Accepted<Optional<KnownInvoice>>)
              books.getIssue(Samples.merchant(), invoice.document().relateNumber());
      switch (invoice) {
        case Invoice.Issued issued -> {
          assertThat(issued.pending()).isEmpty();
          assertThat(known.value().orElseThrow().voided()).isFalse();
          assertThat(known.value().orElseThrow().invoice()).isEqualTo(issued.facts());
          assertThat(known.value().orElseThrow().bearer()).isEqualTo(Bearer.of(issued.document()));
        }
        case Invoice.Voided _ -> assertThat(known.value().orElseThrow().voided()).isTrue();
        case Invoice.Requested _,
            Invoice.AwaitingNumbers _,
            Invoice.Unknown _,
            Invoice.Scheduled _,
            Invoice.Cancelled _,
            Invoice.Refused _ ->
            assertThat(known.value()).isEmpty();
      }
    }
  }

  private static void killEverywhere(
      Supplier<Desk> begin, String operation, Consumer<Desk> want, Consumer<Desk> end) {
    for (Fault fault : FAULTS) {
      assertThat(Shop.killEverywhere(new Wish(begin, operation, fault, want, end)))
          .isGreaterThan(25);
    }
  }

  @Rule({"R-INV-26", "R-PAY-13"})
  @Test
  void aVoidHappensOnce() {
    killEverywhere(
        Desk::invoiced,
        "Invalid",
        Desk::voidInvoice,
        desk -> assertThat(desk.invoice()).isInstanceOf(Invoice.Voided.class));
  }

  @Rule({"R-INV-26", "R-INV-27", "R-PAY-13"})
  @Test
  void aReissueHappensOnce() {
    killEverywhere(
        Desk::invoiced,
        "VoidWithReIssue",
        desk -> desk.reissue(Desk.TO_OTHER_ADDRESS),
        desk -> {
          assertThat(desk.issued().reissuedAt()).isPresent();
          assertThat(desk.issued().facts().randomNumber()).isEqualTo("4321");
        });
  }

  @Rule({"R-INV-31", "R-INV-33", "R-PAY-13"})
  @Test
  void aDelayedInvoiceIsIssuedOnceByItsTrigger() {
    killEverywhere(
        () -> Desk.scheduled(new OnTrigger(0)),
        "TriggerIssue",
        Desk::trigger,
        desk -> {
          assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
          assertThat(desk.world.ecpayInvoices.count()).isEqualTo(1);
        });
  }

  @Rule({"R-INV-32", "R-PAY-13"})
  @Test
  void aDelayedInvoiceIsCancelledOnce() {
    killEverywhere(
        () -> Desk.scheduled(new OnTrigger(0)),
        "CancelDelayIssue",
        Desk::cancel,
        desk -> {
          assertThat(desk.invoice()).isInstanceOf(Invoice.Cancelled.class);
          assertThat(desk.world.ecpayDelays.count()).isZero();
        });
  }

  @Rule({"R-INV-34", "R-PAY-13"})
  @Test
  void aRetryAfterARefusalMakesOneInvoice() {
    killEverywhere(
        () -> {
          Desk desk = Desk.paid(new InvoiceTiming.ByHand());
          desk.world.wire.script("Issue", Fault.REFUSED);
          desk.request("a", 1, 1);
          desk.follow(Duration.ofHours(1));
          return desk;
        },
        "Issue",
        desk -> desk.world.retryInvoice.retry(Samples.SHOP, desk.id(), Correction.NONE),
        desk -> {
          assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
          assertThat(desk.world.ecpayInvoices.count()).isEqualTo(1);
        });
  }

  @Rule({"R-ALW-25", "R-PAY-13"})
  @Test
  void anAllowanceIsVoidedOnce() {
    killEverywhere(
        () -> {
          Desk desk = Desk.invoiced();
          desk.reduce("r1", Samples.paperConsent(), 3, 50);
          desk.follow(Duration.ofHours(1));
          return desk;
        },
        "AllowanceInvalid",
        Desk::voidAllowance,
        desk -> {
          assertThat(desk.allowance()).isInstanceOf(Allowance.Voided.class);
          assertThat(desk.world.ecpayInvoices.remaining(desk.issued().facts().number()).twd())
              .isEqualTo(1000);
        });
  }

  @Rule({"R-ALW-24", "R-PAY-13"})
  @Test
  void anOnlineAllowanceIsCancelledOrExpiresAndNeverHoldsItsAmountLonger() {
    for (Fault fault : FAULTS) {
      int points =
          Shop.killEverywhere(
              new Shop.Story() {
                @Override
                public Shop begin() {
                  Desk desk = Desk.invoiced();
                  desk.reduce("r1", Samples.onlineConsent(), 3, 50);
                  desk.world.wire.script("AllowanceInvalidByCollegiate", fault);
                  return desk.shop;
                }

                @Override
                public void live(Shop shop) {
                  shop.world.withdrawAllowance.cancel(
                      Samples.SHOP, shop.allowances().getLast().id(), new Reason("by mistake"));
                  shop.runUntil(shop.world.clock.instant().plus(Duration.ofHours(1)));
                }

                @Override
                public void check(Shop shop) {
                  Allowance end = shop.allowances().getLast();
                  assertThat(end)
                      .isInstanceOfAny(Allowance.Cancelled.class, Allowance.Expired.class);
                  assertThat(end.holdsItsAmount()).isFalse();
                  assertThat(shop.incidents()).isSubsetOf("WITHDRAWAL_UNCLEAR");
                  assertThat(shop.world.books.unfinished()).isEmpty();
                }
              });
      assertThat(points).isGreaterThan(25);
    }
  }
}
