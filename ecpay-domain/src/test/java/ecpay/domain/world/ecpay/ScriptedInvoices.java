package ecpay.domain.world.ecpay;

import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.document.Bearer;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** ECPay's invoice side, with books of its own. A RelateNumber makes one invoice, ever. */
public final class ScriptedInvoices implements InvoiceGateway {
  private final Wire wire;
  private final Clock clock;
  private final ToLongFunction<InvoiceNumber> held;
  private final Map<RelateNumber, Entry> issued = new LinkedHashMap<>();
  private boolean numbersLeft = true;
  private boolean uploads = true;
  private boolean tellsWhen = true;
  private long wrongBy;

  /**
   * @param held what allowances hold of an invoice now, TWD
   */
  public ScriptedInvoices(Wire wire, Clock clock, ToLongFunction<InvoiceNumber> held) {
    this.wire = wire;
    this.clock = clock;
    this.held = held;
  }

  /** How many invoices ECPay has made. */
  public int count() {
    return issued.size();
  }

  /** What all invoices that are not void amount to, TWD. */
  public long liveTotal() {
    return issued.values().stream()
        .filter(entry -> !entry.voided())
        .mapToLong(entry -> entry.document().salesAmount().twd())
        .sum();
  }

  /** From now on ECPay's books show amounts that are so much too high. */
  public void showTooMuch(long by) {
    wrongBy = by;
  }

  /** Whether there are numbers to issue with. */
  public void numbersLeft(boolean left) {
    numbersLeft = left;
  }

  /** Whether ECPay gives its invoices to the tax authority, a day after they are issued. */
  public void uploads(boolean works) {
    uploads = works;
  }

  /** From now on ECPay's books do not show when an invoice was uploaded. */
  public void hideTimesOfUploads() {
    tellsWhen = false;
  }

  @Override
  public Answer<IssueReply> issue(Merchant merchant, InvoiceDocument document) {
    return wire.call(
        "Issue",
        () -> {
          if (issued.containsKey(document.relateNumber())) {
            return new Answer.Unknown<>("5070357 RelateNumber seen before", true);
          }
          if (!numbersLeft) {
            return new Answer.Accepted<>(new IssueReply.NoNumbers("5070350", "no number"));
          }
          return new Answer.Accepted<>(new IssueReply.Issued(make(document)));
        });
  }

  /** Issues it now, as whoever may issue. */
  IssuedInvoice make(InvoiceDocument document) {
    IssuedInvoice invoice =
        new IssuedInvoice(
            new InvoiceNumber(String.format(Locale.ROOT, "UV%08d", issued.size() + 1)),
            seconds(),
            "1234");
    issued.put(document.relateNumber(), new Entry(invoice, document, false, seconds()));
    return invoice;
  }

  @Override
  public Answer<Optional<KnownInvoice>> getIssue(Merchant merchant, RelateNumber relateNumber) {
    return wire.call(
        "GetIssue",
        () -> new Answer.Accepted<>(Optional.ofNullable(issued.get(relateNumber)).map(this::now)));
  }

  @Override
  public Answer<Done> invalid(Merchant merchant, IssuedInvoice invoice, VoidReason reason) {
    return wire.call(
        "Invalid",
        () -> {
          Entry entry = entry(invoice.number());
          if (entry.voided()) {
            return new Answer.Refused<>("5070453", "void already");
          }
          if (held.applyAsLong(invoice.number()) > 0) {
            return new Answer.Refused<>("5070450", "it has allowances");
          }
          put(new Entry(entry.invoice(), entry.document(), true, entry.since()));
          return new Answer.Accepted<>(new Done());
        });
  }

  @Override
  public Answer<IssuedInvoice> voidWithReIssue(
      Merchant merchant, IssuedInvoice invoice, VoidReason reason, InvoiceDocument document) {
    return wire.call(
        "VoidWithReIssue",
        () -> {
          Entry entry = entry(invoice.number());
          if (entry.voided()) {
            return new Answer.Refused<>("5070453", "void already");
          }
          IssuedInvoice anew =
              new IssuedInvoice(entry.invoice().number(), entry.invoice().issuedAt(), "4321");
          put(new Entry(anew, document, false, seconds()));
          return new Answer.Accepted<>(anew);
        });
  }

  private Entry entry(InvoiceNumber number) {
    return issued.values().stream()
        .filter(entry -> entry.invoice().number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private void put(Entry entry) {
    issued.put(entry.document().relateNumber(), entry);
  }

  private Instant seconds() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private KnownInvoice now(Entry entry) {
    Instant upload = entry.since().plus(Duration.ofDays(1));
    boolean uploaded = uploads && !clock.instant().isBefore(upload);
    return new KnownInvoice(
        entry.document().relateNumber().value(),
        entry.invoice(),
        Money.of(entry.document().salesAmount().twd() + wrongBy),
        remaining(entry.invoice().number()),
        entry.voided(),
        uploaded,
        uploaded && tellsWhen ? Optional.of(upload) : Optional.empty(),
        Bearer.of(entry.document()));
  }

  /** What ECPay says remains of an invoice. */
  public Money remaining(InvoiceNumber number) {
    Money total = entry(number).document().salesAmount();
    return Money.of(total.twd() + wrongBy - held.applyAsLong(number));
  }

  /**
   * An invoice in ECPay's books.
   *
   * @param since when it was issued, or issued anew
   */
  private record Entry(
      IssuedInvoice invoice, InvoiceDocument document, boolean voided, Instant since) {}
}
