package ecpay.domain.world.ecpay;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceNoticeReader.ConsentReport;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Reason;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** ECPay's allowances: each accepted call makes one more, for ECPay knows no key of ours. */
public final class ScriptedAllowances implements AllowanceGateway {
  /**
   * An allowance in ECPay's books.
   *
   * @param issuedAt when it was asked for while it is not issued
   */
  public record Entry(
      AllowanceNumber number,
      AllowanceDocument document,
      Instant deadline,
      Instant issuedAt,
      boolean issued,
      boolean voided) {
    ListedAllowance listed() {
      return new ListedAllowance(number, issuedAt, document.amount(), voided);
    }

    boolean holdsAt(Instant now) {
      return !voided && (issued || now.isBefore(deadline));
    }
  }

  private final Wire wire;
  private final Clock clock;
  private final List<Entry> entries = new ArrayList<>();
  private boolean cancelsConsented;
  private Function<InvoiceNumber, Money> remaining = _ -> Money.ZERO;

  public ScriptedAllowances(Wire wire, Clock clock) {
    this.wire = wire;
    this.clock = clock;
  }

  /** Cancelling takes back as well what the buyer has just consented to (WEB22091). */
  public void cancelConsented() {
    cancelsConsented = true;
  }

  public void remainingFrom(Function<InvoiceNumber, Money> source) {
    remaining = source;
  }

  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  public long held(InvoiceNumber invoice) {
    return entries.stream()
        .filter(entry -> entry.document().invoice().number().equals(invoice))
        .filter(entry -> entry.holdsAt(clock.instant()))
        .mapToLong(entry -> entry.document().amount().twd())
        .sum();
  }

  /** The buyer clicks the link; gives what ECPay reports of it. */
  public ConsentReport consent(AllowanceNumber number) {
    Entry entry =
        entries.stream().filter(one -> one.number().equals(number)).findFirst().orElseThrow();
    if (!clock.instant().isBefore(entry.deadline())) {
      throw new IllegalStateException("the link is dead");
    }
    entries.set(
        entries.indexOf(entry),
        new Entry(number, entry.document(), entry.deadline(), seconds(), true, false));
    InvoiceNumber invoice = entry.document().invoice().number();
    return new ConsentReport(1, number, invoice, seconds(), remaining.apply(invoice));
  }

  /** Somebody makes one by hand in ECPay's console, and perhaps voids it again. */
  public void makeByHand(AllowanceDocument document, boolean thenVoid) {
    AllowanceNumber number = add(document, seconds(), true);
    entries.set(
        entries.size() - 1, new Entry(number, document, seconds(), seconds(), true, thenVoid));
  }

  @Override
  public Answer<ConsentRequest> allowanceByCollegiate(
      Merchant merchant, AllowanceDocument document) {
    return wire.call(
        "AllowanceByCollegiate",
        () -> {
          if (isTooMuch(document)) {
            return new Answer.Refused<>("2000048", "more than remains");
          }
          Instant deadline = seconds().plus(Allowance.CONSENT_TIME);
          AllowanceNumber number = add(document, deadline, false);
          return new Answer.Accepted<>(
              new ConsentRequest(number, deadline, remaining.apply(document.invoice().number())));
        });
  }

  @Override
  public Answer<PaperAllowance> allowance(Merchant merchant, AllowanceDocument document) {
    return wire.call(
        "Allowance",
        () -> {
          if (isTooMuch(document)) {
            return new Answer.Refused<>("2000048", "more than remains");
          }
          AllowanceNumber number = add(document, seconds(), true);
          return new Answer.Accepted<>(
              new PaperAllowance(number, seconds(), remaining.apply(document.invoice().number())));
        });
  }

  @Override
  public Answer<List<ListedAllowance>> getAllowanceList(
      Merchant merchant, InvoiceNumber invoice, LocalDate invoiceDate) {
    return wire.call(
        "GetAllowanceList",
        () ->
            new Answer.Accepted<>(
                entries.stream()
                    .filter(Entry::issued)
                    .filter(entry -> entry.document().invoice().number().equals(invoice))
                    .filter(entry -> entry.document().invoice().issuedOn().equals(invoiceDate))
                    .map(Entry::listed)
                    .toList()));
  }

  @Override
  public Answer<Optional<ListedAllowance>> getAllowance(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number) {
    return wire.call(
        "GetAllowance",
        () -> new Answer.Accepted<>(find(number).filter(Entry::issued).map(Entry::listed)));
  }

  @Override
  public Answer<Withdrawn> allowanceInvalidByCollegiate(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number, Reason reason) {
    return wire.call(
        "AllowanceInvalidByCollegiate",
        () ->
            find(number)
                .filter(entry -> (cancelsConsented || !entry.issued()) && !entry.voided())
                .filter(entry -> entry.holdsAt(clock.instant()))
                .<Answer<Withdrawn>>map(this::withdraw)
                .orElseGet(() -> new Answer.Refused<>("2000039", "nothing awaits consent")));
  }

  @Override
  public Answer<Withdrawn> allowanceInvalid(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number, Reason reason) {
    return wire.call(
        "AllowanceInvalid",
        () ->
            find(number)
                .filter(Entry::issued)
                .<Answer<Withdrawn>>map(this::withdraw)
                .orElseGet(() -> new Answer.Refused<>("2000039", "no such allowance")));
  }

  @Override
  public Answer<Optional<KnownVoid>> getAllowanceInvalid(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number) {
    return wire.call(
        "GetAllowanceInvalid",
        () ->
            new Answer.Accepted<>(
                find(number)
                    .filter(Entry::voided)
                    .map(_ -> new KnownVoid(seconds(), "void", false))));
  }

  private Answer<Withdrawn> withdraw(Entry entry) {
    entries.set(
        entries.indexOf(entry),
        new Entry(
            entry.number(),
            entry.document(),
            entry.deadline(),
            entry.issuedAt(),
            entry.issued(),
            true));
    return new Answer.Accepted<>(new Withdrawn());
  }

  private Optional<Entry> find(AllowanceNumber number) {
    return entries.stream().filter(entry -> entry.number().equals(number)).findFirst();
  }

  private boolean isTooMuch(AllowanceDocument document) {
    return document.amount().isMoreThan(remaining.apply(document.invoice().number()));
  }

  private AllowanceNumber add(AllowanceDocument document, Instant deadline, boolean issued) {
    AllowanceNumber number =
        new AllowanceNumber(String.format(Locale.ROOT, "20261121%08d", entries.size() + 1));
    entries.add(new Entry(number, document, deadline, seconds(), issued, false));
    return number;
  }

  private Instant seconds() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
