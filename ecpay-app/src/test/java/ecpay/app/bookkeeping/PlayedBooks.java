package ecpay.app.bookkeeping;

import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.bookkeeping.AllowanceEntry;
import ecpay.domain.bookkeeping.InvoiceEntry;
import ecpay.domain.bookkeeping.Ledger.TermBooks;
import ecpay.domain.bookkeeping.Totals;
import ecpay.domain.bookkeeping.Totals.Sum;
import ecpay.domain.bookkeeping.Withdrawn;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.document.TaxSplit;
import ecpay.domain.invoice.document.TaxType;
import ecpay.domain.money.Money;
import ecpay.domain.order.OrderReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Books in memory whose sums are added up one by one. */
class PlayedBooks implements TermBooks {
  /** 1 November 2026, 00:00:00 in Taipei. */
  static final Instant BEGIN = Instant.parse("2026-10-31T16:00:00Z");

  private static final List<TaxType> KINDS = List.of(TaxType.values());

  final List<InvoiceEntry> invoices = new ArrayList<>();
  final List<AllowanceEntry> allowances = new ArrayList<>();

  /** A term in which anything may have happened. */
  static PlayedBooks random(long seed, int documents) {
    Random random = new Random(seed);
    PlayedBooks books = new PlayedBooks();
    for (int i = 0; i < documents; i++) {
      TaxSplit split = TaxSplit.of(anAmount(random), anAmount(random), anAmount(random));
      Instant at = BEGIN.plusSeconds(random.nextInt(61 * 86_400));
      Optional<Withdrawn> voided =
          random.nextInt(4) == 0
              ? Optional.of(new Withdrawn(at.plusSeconds(random.nextInt(9000)), "=打錯\"了, \n-1"))
              : Optional.empty();
      if (random.nextBoolean()) {
        books.invoices.add(invoice(i, at, split, voided));
      } else {
        books.allowances.add(allowance(i, at, split, random.nextBoolean(), voided));
      }
    }
    return books;
  }

  private static Money anAmount(Random random) {
    return Money.of(random.nextInt(3) == 0 ? 0 : random.nextLong(1_000_000_000L));
  }

  static InvoiceEntry invoice(int number, Instant at, TaxSplit split, Optional<Withdrawn> voided) {
    return new InvoiceEntry(
        new InvoiceNumber("AB%08d".formatted(number)),
        at,
        "%04d".formatted(number % 10_000),
        new OrderReference("-A:" + number),
        number % 2 == 0 ? "04595257" : "",
        KINDS.get(number % KINDS.size()),
        split,
        total(split),
        number % 3 == 0 ? Optional.of(at.plusSeconds(86_400)) : Optional.empty(),
        voided);
  }

  static AllowanceEntry allowance(
      int number, Instant at, TaxSplit split, boolean onPaper, Optional<Withdrawn> voided) {
    return new AllowanceEntry(
        new AllowanceNumber("%016d".formatted(number)),
        new InvoiceNumber("AB%08d".formatted(number)),
        at,
        new OrderReference("A-" + number),
        onPaper,
        !onPaper || number % 2 == 0,
        split,
        total(split),
        voided);
  }

  static Money total(TaxSplit split) {
    return split
        .taxableNet()
        .plus(split.tax())
        .plus(split.zeroRated())
        .plus(split.exempt())
        .plus(split.specialRate());
  }

  @Override
  public void invoices(Consumer<InvoiceEntry> each) {
    invoices.forEach(each);
  }

  @Override
  public void allowances(Consumer<AllowanceEntry> each) {
    allowances.forEach(each);
  }

  @Override
  public Totals totals() {
    return new Totals(
        sum(invoices, InvoiceEntry::split, one -> one.voided().isEmpty()),
        sum(invoices, InvoiceEntry::split, one -> one.voided().isPresent()),
        sum(allowances, AllowanceEntry::split, one -> one.voided().isEmpty()),
        sum(allowances, AllowanceEntry::split, one -> one.voided().isPresent()));
  }

  private static <E> Sum sum(List<E> entries, Function<E, TaxSplit> split, Predicate<E> counted) {
    return entries.stream()
        .filter(counted)
        .map(split)
        .map(one ->
            new Sum(
                1,
                one.taxableNet().twd(),
                one.tax().twd(),
                one.zeroRated().twd(),
                one.exempt().twd(),
                one.specialRate().twd(),
                total(one).twd()))
        .reduce(
            Sum.NONE,
            (a, b) ->
                new Sum(
                    a.count() + b.count(),
                    a.taxableNet() + b.taxableNet(),
                    a.tax() + b.tax(),
                    a.zeroRated() + b.zeroRated(),
                    a.exempt() + b.exempt(),
                    a.specialRate() + b.specialRate(),
                    a.total() + b.total()));
  }

  @Override
  public void close() {}
}
