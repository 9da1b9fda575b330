package ecpay.domain.allowance.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.AllowanceReference;
import ecpay.domain.allowance.RemainingAmount;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.answer.Answer;
import ecpay.domain.event.DomainEvent.AllowanceIssued;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.property.Property;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.rule.Violation;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import ecpay.domain.world.ecpay.ScriptedAllowances.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Requests, lost answers, consents, lost and repeated callbacks and deadlines, in any order. */
class AllowancesPropertyTest {
  /**
   * Two lost answers of one amount, the buyer consents to the first, the second gets its number.
   */
  private static final long TWINS = -915071703167204689L;

  /** One expired at ECPay, took the number of its consented twin, and the twin was asked again. */
  private static final long SWAPPED = 3404054260986242320L;

  private static final List<Fault> FAULTS =
      List.of(
          Fault.NONE,
          Fault.NONE,
          Fault.REFUSED,
          Fault.NOT_SENT,
          Fault.LOST,
          Fault.DONE_BUT_LOST,
          Fault.HTTP_500,
          Fault.DONE_BUT_HTTP_500);

  private static void request(Shop shop, RandomGenerator random, int step) {
    boolean paper = random.nextBoolean();
    Consent consent = paper ? Samples.paperConsent() : Samples.onlineConsent();
    String operation = paper ? "Allowance" : "AllowanceByCollegiate";
    shop.world.wire.script(operation, FAULTS.get(random.nextInt(FAULTS.size())));
    ReturnedLine line =
        random.nextBoolean()
            ? new ReturnedLine(1, Quantity.of(1), Optional.empty())
            : new ReturnedLine(3, Optional.empty(), Optional.of(Money.of(100)));
    try {
      shop.world.requestAllowance.request(
          Samples.SHOP,
          shop.order,
          new RequestAllowance.Request(
              new AllowanceReference("r" + step),
              Optional.empty(),
              consent,
              Optional.empty(),
              List.of(line)));
    } catch (RuleViolationException refused) {
      assertThat(refused.violations())
          .extracting(Violation::rule)
          .isSubsetOf("R-ALW-03", "R-ALW-04");
    }
  }

  private static void consent(Shop shop, RandomGenerator random) {
    List<Entry> open =
        shop.world.ecpayAllowances.entries().stream()
            .filter(entry -> !entry.issued())
            .filter(entry -> shop.world.clock.instant().isBefore(entry.deadline()))
            .toList();
    if (!open.isEmpty()) {
      var report =
          shop.world.ecpayAllowances.consent(open.get(random.nextInt(open.size())).number());
      int deliveries = random.nextInt(3);
      for (int i = 0; i < deliveries; i++) {
        shop.deliver(report);
      }
    }
  }

  private static void step(Shop shop, RandomGenerator random, int step) {
    switch (random.nextInt(4)) {
      case 0 -> request(shop, random, step);
      case 1 -> consent(shop, random);
      case 2 ->
          shop.runUntil(shop.world.clock.instant().plus(Duration.ofMinutes(random.nextInt(90))));
      default ->
          shop.runUntil(shop.world.clock.instant().plus(Duration.ofHours(random.nextInt(40))));
    }
  }

  /** A person sees in ECPay's back office which of those that look alike is which. */
  private static void settleByHand(Shop shop) {
    for (Allowance lost : shop.allowances()) {
      if (lost instanceof Allowance.Unconfirmed) {
        made(shop, lost)
            .ifPresent(number ->
                assertThat(shop.world.settleByHand.exists(Samples.merchant(), lost.id(), number))
                    .isInstanceOf(Answer.Accepted.class));
      }
    }
    for (Allowance lost : shop.allowances()) {
      if (lost instanceof Allowance.Unconfirmed) {
        assertThat(shop.world.settleByHand.neverHappened(Samples.merchant(), lost.id()))
            .isInstanceOf(Answer.Accepted.class);
      }
    }
    shop.runToTheEnd();
  }

  private static Optional<AllowanceNumber> made(Shop shop, Allowance lost) {
    return shop.world.ecpayAllowances.entries().stream()
        .filter(Entry::issued)
        .filter(entry -> entry.document().equals(lost.draft().document()))
        .map(Entry::number)
        .filter(
            number -> shop.world.books.allowances().findByNumber(Samples.SHOP, number).isEmpty())
        .findFirst();
  }

  private static long issuedAtEcpay(Shop shop) {
    return shop.world.ecpayAllowances.entries().stream()
        .filter(Entry::issued)
        .mapToLong(entry -> entry.document().amount().twd())
        .sum();
  }

  private static long issuedInOurBooks(Shop shop) {
    return shop.allowances().stream()
        .filter(Allowance.Issued.class::isInstance)
        .mapToLong(one -> one.amount().twd())
        .sum();
  }

  @Rule({"R-ALW-03", "R-ALW-04", "R-ALW-22", "R-ALW-23", "R-PAY-13"})
  @Test
  void ourBooksNeverHoldLessThanEcpaysAndEndLikeThem() {
    Money total = Money.of(1000);
    Property.of(150, TWINS, SWAPPED)
        .holds(random -> {
          Shop shop = Shop.invoiced(new World());
          InvoiceNumber invoice = ((Invoice.Issued) shop.invoice()).facts().number();
          for (int step = 0; step < 14; step++) {
            step(shop, random, step);
            assertThat(RemainingAmount.of(total, shop.allowances()).twd())
                .isBetween(0L, shop.world.ecpayInvoices.remaining(invoice).twd());
          }
          shop.runToTheEnd();
          settleByHand(shop);
          assertThat(issuedInOurBooks(shop)).isEqualTo(issuedAtEcpay(shop));
          assertThat(RemainingAmount.of(total, shop.allowances()).twd())
              .isEqualTo(1000 - issuedAtEcpay(shop));
          assertThat(shop.events(AllowanceIssued.class))
              .extracting(AllowanceIssued::number)
              .doesNotHaveDuplicates();
          assertThat(shop.incidents()).doesNotContain("REMAINING_DIFFERS");
          assertThat(shop.world.books.unfinished()).isEmpty();
        });
  }
}
