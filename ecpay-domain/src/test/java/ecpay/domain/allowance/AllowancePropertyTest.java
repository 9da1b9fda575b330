package ecpay.domain.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.AllowanceSamples;
import ecpay.domain.Samples;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.AllowanceItem;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.property.Property;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.RuleViolationException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Any life of any number of allowances, beside a model that only adds and subtracts. */
class AllowancePropertyTest {
  private static final Money TOTAL = Money.of(1000);
  private static final Reason REASON = new Reason("退貨取消");

  private static Allowance.Requested requested(int number, long amount) {
    AllowanceItem item =
        new AllowanceItem(
            1,
            "書",
            Quantity.of(1),
            "本",
            UnitPrice.of(amount),
            Optional.of(TaxKind.TAXABLE),
            BigDecimal.valueOf(amount));
    AllowanceDocument document =
        new AllowanceDocument(
            AllowanceSamples.allowableInvoice(),
            Samples.onlineConsent(),
            Optional.empty(),
            Money.of(amount),
            List.of(item));
    return Allowance.request(
        new Allowance.Draft(
            new AllowanceId("A" + number),
            Samples.SHOP,
            Samples.ORDER,
            new AllowanceReference("r" + number),
            document,
            List.of(),
            Samples.NOW));
  }

  private static AllowanceNumber number(Allowance allowance) {
    return new AllowanceNumber((allowance.id().value() + "0000000000000000").substring(0, 16));
  }

  /** Some legal move, or none where there is none. */
  private static Allowance moved(Allowance from, RandomGenerator random, Instant now) {
    int choice = random.nextInt(3);
    return switch (from) {
      case Allowance.Requested requested ->
          switch (choice) {
            case 0 -> requested.outcomeUnknown("late", random.nextBoolean(), now);
            case 1 -> requested.refused("10", "no");
            default -> requested.awaitingConsent(number(from), now.plus(Allowance.CONSENT_TIME));
          };
      case Allowance.Unknown unknown ->
          switch (choice) {
            case 0 -> unknown.issued(number(from), now);
            case 1 -> Allowance.request(unknown.draft());
            default ->
                now.isBefore(unknown.since().plus(Allowance.CONSENT_TIME))
                    ? unknown
                    : unknown.expire(now);
          };
      case Allowance.AwaitingConsent waiting ->
          switch (choice) {
            case 0 -> waiting.consented(now);
            case 1 -> now.isBefore(waiting.deadline()) ? waiting.cancel(REASON, now) : waiting;
            default -> now.isBefore(waiting.deadline()) ? waiting : waiting.expire(now);
          };
      case Allowance.Issued issued -> choice == 0 ? issued.voided(REASON, now) : issued;
      case Allowance.Cancelled _, Allowance.Expired _, Allowance.Voided _, Allowance.Refused _ ->
          from;
    };
  }

  /** The naive model: what a state takes off, told by its name. */
  private static boolean takesOff(Allowance allowance) {
    return switch (allowance.getClass().getSimpleName()) {
      case "Requested", "Unknown", "AwaitingConsent", "Issued" -> true;
      default -> false;
    };
  }

  @Rule({"R-ALW-02", "R-ALW-03", "R-ALW-04"})
  @Test
  void whateverHappensRemainingIsTotalLessHeldAndNeverNegative() {
    Property.of(500)
        .holds(random -> {
          List<Allowance> all = new ArrayList<>();
          Instant now = Samples.NOW;
          for (int step = 0; step < 40; step++) {
            now = now.plus(Duration.ofHours(random.nextInt(20)));
            long held =
                all.stream()
                    .filter(AllowancePropertyTest::takesOff)
                    .mapToLong(one -> one.amount().twd())
                    .sum();
            assertThat(RemainingAmount.of(TOTAL, all).twd()).isEqualTo(1000 - held);
            assertThat(held).isBetween(0L, 1000L);
            if (all.isEmpty() || random.nextInt(3) == 0) {
              long amount = random.nextLong(1, 600);
              assertThat(admit(all, amount)).isEqualTo(amount <= 1000 - held);
            } else {
              int which = random.nextInt(all.size());
              all.set(which, moved(all.get(which), random, now));
            }
          }
        });
  }

  private static boolean admit(List<Allowance> all, long amount) {
    Allowance.Requested next = requested(all.size(), amount);
    try {
      RemainingAmount.admit(next.draft().document(), all);
      all.add(next);
      return true;
    } catch (RuleViolationException refused) {
      assertThat(refused.violations().getFirst().rule()).isEqualTo("R-ALW-03");
      return false;
    }
  }
}
