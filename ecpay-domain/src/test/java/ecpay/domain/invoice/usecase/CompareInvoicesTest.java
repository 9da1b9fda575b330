package ecpay.domain.invoice.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceArchive;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.document.Bearer;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.invoice.usecase.CompareInvoices.Comparison;
import ecpay.domain.invoice.usecase.CompareInvoices.Difference;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A day of our books beside ECPay's. */
class CompareInvoicesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private final Desk desk = Desk.paid(new InvoiceTiming.ByHand());
  private final Listed listed = new Listed();
  private final CompareInvoices compare = new CompareInvoices(desk.world.books.invoices(), listed);

  /** What ECPay lists, in pages. */
  private static final class Listed implements InvoiceArchive {
    private final List<KnownInvoice> all = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();
    private int missing;
    private Optional<Answer<Page>> instead = Optional.empty();

    @Override
    public Answer<Page> getIssueList(
        Merchant merchant, LocalDate from, LocalDate through, int page, int size) {
      assertThat(List.of(from, through)).containsOnly(DAY);
      pages.add(page);
      return instead.orElseGet(() ->
          new Answer.Accepted<>(
              new Page(
                  all.size() + missing,
                  all.stream().skip((page - 1L) * size).limit(size).toList())));
    }

    @Override
    public Answer<Optional<KnownVoid>> getInvalid(
        Merchant merchant, RelateNumber relateNumber, IssuedInvoice invoice) {
      throw new AssertionError("not asked");
    }

    @Override
    public Answer<URI> invoicePrint(Merchant merchant, IssuedInvoice invoice, PrintStyle style) {
      throw new AssertionError("not asked");
    }
  }

  private static KnownInvoice known(IssuedInvoice facts, long twd, boolean voided) {
    return new KnownInvoice(
        "R1",
        facts,
        Money.of(twd),
        Money.of(twd),
        voided,
        false,
        Optional.empty(),
        Bearer.of(Samples.invoiceDocument()));
  }

  private static IssuedInvoice facts(int number) {
    return new IssuedInvoice(new InvoiceNumber("XY%08d".formatted(number)), Samples.NOW, "1234");
  }

  private IssuedInvoice issue(String reference, int line) {
    desk.request(reference, line, 1);
    return desk.issued().facts();
  }

  private Comparison compared() {
    return ((Answer.Accepted<Comparison>) compare.compare(Samples.merchant(), DAY)).value();
  }

  private List<Difference> differences() {
    return compared().differences();
  }

  @Rule("R-INV-34")
  @Test
  void equalBooksDifferInNothing() {
    listed.all.add(known(issue("a", 1), 350, false));
    listed.all.add(known(issue("b", 3), 200, true));
    desk.voidInvoice();
    assertThat(compare.compare(Samples.merchant(), DAY))
        .isEqualTo(new Answer.Accepted<>(new Comparison(DAY, 2, false, List.of())));
    assertThat(listed.pages).containsExactly(1);
  }

  @Test
  void anInvoiceThatOnlyEcpayHasIsMissingHere() {
    KnownInvoice theirs = known(facts(1), 77, false);
    listed.all.add(theirs);
    assertThat(differences())
        .containsExactly(new Difference.MissingHere(theirs.invoice().number(), theirs));
  }

  @Test
  void anInvoiceThatOnlyWeHaveIsMissingThereEvenAVoidOne() {
    InvoiceNumber live = issue("a", 1).number();
    InvoiceNumber voided = issue("b", 3).number();
    desk.voidInvoice();
    assertThat(differences())
        .containsExactly(new Difference.MissingThere(live), new Difference.MissingThere(voided));
  }

  @Test
  void anotherAmountAndAVoidOnOneSideAreBothTold() {
    IssuedInvoice first = issue("a", 1);
    IssuedInvoice second = issue("b", 3);
    desk.voidInvoice();
    listed.all.add(known(first, 351, true));
    listed.all.add(known(second, 200, false));
    assertThat(differences())
        .containsExactly(
            new Difference.Amount(first.number(), 350, 351),
            new Difference.VoidOnOneSide(first.number(), false),
            new Difference.VoidOnOneSide(second.number(), true));
  }

  @Test
  void allPagesAreReadAndAnInvoiceThatIsListedTwiceCountsOnce() {
    IntStream.range(0, 401).forEach(number -> listed.all.add(known(facts(number), 1, false)));
    listed.all.add(listed.all.getFirst());
    assertThat(differences()).hasSize(401);
    assertThat(listed.pages).containsExactly(1, 2, 3, 4); // the fourth one is empty
  }

  @Test
  void ofAListThatEndsBeforeItsTotalNothingIsCalledMissing() {
    issue("a", 1);
    listed.missing = 5;
    listed.all.add(known(facts(1), 1, false));
    Comparison cut = compared();
    assertThat(cut.differences()).hasOnlyElementsOfType(Difference.MissingHere.class).hasSize(1);
    assertThat(cut.truncated()).isTrue();
    assertThat(listed.pages).containsExactly(1, 2);
  }

  @Test
  void oneComparisonMakesABoundedNumberOfCalls() {
    issue("a", 1);
    KnownInvoice same = known(facts(1), 1, false);
    IntStream.rangeClosed(1, 200 * CompareInvoices.MOST_PAGES + 1)
        .forEach(_ -> listed.all.add(same));
    Comparison cut = compared();
    assertThat(listed.pages).hasSize(CompareInvoices.MOST_PAGES);
    assertThat(cut.truncated()).isTrue();
    assertThat(cut.differences()).hasSize(1);
  }

  @Test
  void noMoreThanAThousandDifferencesAreTold() {
    IntStream.range(0, 1_000).forEach(number -> listed.all.add(known(facts(number), 1, false)));
    assertThat(compared().truncated()).isFalse();
    issue("a", 1);
    Comparison cut = compared();
    assertThat(cut.truncated()).isTrue();
    assertThat(cut.differences()).hasSize(CompareInvoices.MOST_DIFFERENCES);
  }

  @Test
  void whatEcpayDoesNotAnswerIsToldAsItIs() {
    for (Answer<InvoiceArchive.Page> answer :
        List.<Answer<InvoiceArchive.Page>>of(
            new Answer.Refused<>("1", "no"),
            new Answer.NotSent<>("down"),
            new Answer.Unknown<>("time-out", true))) {
      listed.instead = Optional.of(answer);
      assertThat(compare.compare(Samples.merchant(), DAY))
          .isEqualTo(answer.map(_ -> new Comparison(DAY, 0, true, List.of())));
    }
    assertThat(desk.shop.invoices()).noneMatch(Invoice.Voided.class::isInstance);
  }
}
