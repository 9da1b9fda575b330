package ecpay.domain.invoice.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.Reason;
import ecpay.domain.allowance.RemainingAmount;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.usecase.RequestAllowance;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.invoice.document.InvoiceOfOrder.OrderedPart;
import ecpay.domain.money.Money;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.property.Property;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.world.Desk;
import ecpay.domain.world.ecpay.Fault;
import ecpay.domain.world.ecpay.ScriptedAllowances.Entry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * An order with part invoices, allowances on paper and online, voids, re-issues, cancels, expiries,
 * lost answers and time passing, in any order, beside amounts that are simply counted.
 */
class OrderHistoryPropertyTest {
  private static final long ORDERED = 1000;
  private static final List<String> OPERATIONS =
      List.of(
          "Issue",
          "Invalid",
          "VoidWithReIssue",
          "Allowance",
          "AllowanceByCollegiate",
          "AllowanceInvalid",
          "AllowanceInvalidByCollegiate");
  private static final List<Fault> FAULTS =
      List.of(
          Fault.NOT_SENT,
          Fault.LOST,
          Fault.DONE_BUT_LOST,
          Fault.REFUSED,
          Fault.HTTP_500,
          Fault.DONE_BUT_HTTP_500);

  /** One history of the sample order. */
  private record History(Desk desk, RandomGenerator random, Set<Class<?>> visited) {

    void step(int number) {
      if (random.nextInt(3) == 0) {
        desk.world.wire.script(pick(OPERATIONS), pick(FAULTS));
      }
      try {
        act(number);
      } catch (RuleViolationException refused) {
        assertThat(refused.violations()).isNotEmpty(); // the rules forbid it: nothing happens
      } catch (IllegalMoveException refused) {
        assertThat(refused.rule()).startsWith("R-ALW-2");
      }
    }

    private void act(int number) {
      switch (random.nextInt(9)) {
        case 0, 1 -> invoice(number);
        case 2 -> allow(number);
        case 3 ->
            any(live())
                .ifPresent(one ->
                    desk.world.changeIssued.voidInvoice(Samples.SHOP, one.id(), Desk.REASON));
        case 4 ->
            any(live())
                .ifPresent(one ->
                    desk.world.changeIssued.reissue(
                        Samples.SHOP, one.id(), Desk.REASON, Desk.TO_OTHER_ADDRESS));
        case 5 ->
            any(refused())
                .ifPresent(
                    one -> desk.world.retryInvoice.retry(Samples.SHOP, one.id(), Correction.NONE));
        case 6 -> withdraw();
        case 7 -> consent();
        default -> desk.follow(Duration.ofMinutes(random.nextInt(60 * 48)));
      }
    }

    private void invoice(int number) {
      desk.world.requestInvoice.request(
          Samples.SHOP,
          desk.shop.order,
          new RequestInvoice.Request(
              new InvoiceReference("i" + number),
              List.of(
                  new OrderedPart(
                      1 + random.nextInt(3),
                      Optional.empty(),
                      Optional.of(Money.of(1 + random.nextInt(300))))),
              Optional.empty(),
              Optional.empty()));
    }

    private void allow(int number) {
      any(live())
          .ifPresent(one -> {
            Consent consent =
                random.nextBoolean() ? Samples.paperConsent() : Samples.onlineConsent();
            // each its own amount, so that a lost one is told from the others
            RequestAllowance.Request sample =
                Desk.reduction("a" + number, consent, 1, 10L + number);
            desk.world.requestAllowance.request(
                Samples.SHOP,
                desk.shop.order,
                new RequestAllowance.Request(
                    sample.reference(),
                    Optional.of(one.id()),
                    consent,
                    sample.customerName(),
                    sample.lines()));
          });
    }

    private void withdraw() {
      any(desk.shop.allowances())
          .ifPresent(one -> {
            if (one instanceof Allowance.AwaitingConsent) {
              desk.world.withdrawAllowance.cancel(Samples.SHOP, one.id(), new Reason("r"));
            } else {
              desk.world.withdrawAllowance.voidAllowance(Samples.SHOP, one.id(), new Reason("r"));
            }
          });
    }

    private void consent() {
      List<Entry> open =
          desk.world.ecpayAllowances.entries().stream()
              .filter(entry -> !entry.issued() && !entry.voided())
              .filter(entry -> desk.world.clock.instant().isBefore(entry.deadline()))
              .toList();
      any(open)
          .map(entry -> desk.world.ecpayAllowances.consent(entry.number()))
          .filter(_ -> random.nextBoolean())
          .ifPresent(desk.shop::deliver);
    }

    private List<Invoice.Issued> live() {
      return desk.shop.invoices().stream()
          .filter(Invoice.Issued.class::isInstance)
          .map(Invoice.Issued.class::cast)
          .toList();
    }

    private List<Invoice> refused() {
      return desk.shop.invoices().stream().filter(Invoice.Refused.class::isInstance).toList();
    }

    private <T> T pick(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }

    private <T> Optional<T> any(List<T> all) {
      return all.isEmpty() ? Optional.empty() : Optional.of(pick(all));
    }

    private List<Allowance> allowancesOf(Invoice.Issued invoice) {
      return desk.shop.allowances().stream()
          .filter(one -> one.draft().document().invoice().number().equals(invoice.facts().number()))
          .toList();
    }

    /** What must be true at any time. */
    void holds() {
      desk.shop.invoices().forEach(one -> visited.add(one.getClass()));
      desk.shop.allowances().forEach(one -> visited.add(one.getClass()));
      assertThat(sum(desk.shop.invoices().stream().filter(Invoice::holdsItsParts).toList()))
          .isLessThanOrEqualTo(ORDERED);
      for (int line = 1; line <= 3; line++) {
        assertThat(invoicedOf(line))
            .isLessThanOrEqualTo(Samples.lines().get(line - 1).amount().twd());
      }
      for (Invoice.Issued invoice : live()) {
        long ours =
            RemainingAmount.of(invoice.document().salesAmount(), allowancesOf(invoice)).twd();
        assertThat(ours)
            .isBetween(0L, desk.world.ecpayInvoices.remaining(invoice.facts().number()).twd());
      }
    }

    private long invoicedOf(int line) {
      return desk.shop.invoices().stream()
          .filter(Invoice::holdsItsParts)
          .flatMap(invoice -> invoice.draft().parts().stream())
          .filter(part -> part.line() == line)
          .mapToLong(part -> part.amount().twd())
          .sum();
    }

    private static long sum(List<Invoice> invoices) {
      return invoices.stream().mapToLong(invoice -> invoice.document().salesAmount().twd()).sum();
    }

    /** What must be true once everything has been followed up. */
    void endsLikeEcpay() {
      for (Invoice invoice : desk.shop.invoices()) {
        assertThat(invoice)
            .isInstanceOfAny(Invoice.Issued.class, Invoice.Voided.class, Invoice.Refused.class);
      }
      assertThat(desk.world.ecpayInvoices.liveTotal()).isEqualTo(sum(List.copyOf(live())));
      for (Invoice.Issued invoice : live()) {
        assertThat(invoice.pending()).isEmpty();
        long ours =
            RemainingAmount.of(invoice.document().salesAmount(), allowancesOf(invoice)).twd();
        assertThat(desk.world.ecpayInvoices.remaining(invoice.facts().number()).twd())
            .isEqualTo(ours);
      }
      assertThat(desk.world.books.unfinished()).isEmpty();
      assertThat(desk.world.books.callJournal().ofOrder(Samples.SHOP, desk.shop.order))
          .allMatch(call -> call.closedAt().isPresent());
    }
  }

  @Rule({"R-ALW-03", "R-ALW-04", "R-INV-23", "R-INV-26", "R-INV-34", "R-PAY-13"})
  @Test
  void whateverHappensNoDollarIsInvoicedOrGivenBackTwiceAndTheBooksEndLikeEcpays() {
    Set<Class<?>> visited = new HashSet<>();
    Property.of(300)
        .holds(random -> {
          History history = new History(Desk.paid(new InvoiceTiming.ByHand()), random, visited);
          for (int number = 0; number < 30; number++) {
            history.step(number);
            history.holds();
          }
          history.desk().shop.runToTheEnd();
          history.endsLikeEcpay();
        });
    assertThat(visited)
        .as("the states that the histories visited")
        .contains(
            Invoice.Requested.class,
            Invoice.Unknown.class,
            Invoice.Issued.class,
            Invoice.Voided.class,
            Invoice.Refused.class,
            Allowance.Requested.class,
            Allowance.Unknown.class,
            Allowance.AwaitingConsent.class,
            Allowance.Issued.class,
            Allowance.Cancelled.class,
            Allowance.Expired.class,
            Allowance.Voided.class,
            Allowance.Refused.class);
  }
}
