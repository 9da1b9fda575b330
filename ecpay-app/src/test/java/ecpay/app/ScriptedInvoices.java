package ecpay.app;

import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceArchive;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.delay.DelayGateway;
import ecpay.domain.invoice.document.Bearer;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.time.Taipei;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The e-invoices of an ECPay that does what it is asked, unless a test says otherwise. */
public final class ScriptedInvoices implements InvoiceGateway, DelayGateway, InvoiceArchive {
  private static final Instant UPLOADED = Instant.parse("2026-11-21T04:00:00Z");

  public final AtomicInteger asked = new AtomicInteger();
  public final AtomicInteger changed = new AtomicInteger();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();
  private final Map<InvoiceId, InvoiceDocument> waiting = new ConcurrentHashMap<>();

  public volatile Optional<Answer<IssueReply>> issuing = Optional.empty();
  public volatile Optional<Answer<Done>> changing = Optional.empty();
  public volatile Optional<Answer<Optional<KnownInvoice>>> telling = Optional.empty();
  public volatile Runnable beforeIssuing = () -> {};

  private record Kept(
      InvoiceDocument document, IssuedInvoice facts, boolean voided, boolean uploaded) {
    KnownInvoice known() {
      return new KnownInvoice(
          document.relateNumber().value(),
          facts,
          document.salesAmount(),
          document.salesAmount(),
          voided,
          uploaded,
          uploaded ? Optional.of(UPLOADED) : Optional.empty(),
          Bearer.of(document));
    }
  }

  @Override
  public Answer<IssueReply> issue(Merchant merchant, InvoiceDocument document) {
    asked.incrementAndGet();
    beforeIssuing.run();
    return issuing.orElseGet(
        () -> new Answer.Accepted<>(new IssueReply.Issued(keep(document).facts())));
  }

  private Kept keep(InvoiceDocument document) {
    IssuedInvoice facts =
        new IssuedInvoice(
            new InvoiceNumber("AB%08d".formatted(numbers.incrementAndGet())),
            Instant.now(Clock.systemUTC()).minus(Duration.ofMillis(1)),
            "1234");
    Kept made = new Kept(document, facts, false, true);
    kept.put(document.relateNumber().value(), made);
    return made;
  }

  @Override
  public Answer<Optional<KnownInvoice>> getIssue(Merchant merchant, RelateNumber relateNumber) {
    return telling.orElseGet(() ->
        new Answer.Accepted<>(
            Optional.ofNullable(kept.get(relateNumber.value())).map(Kept::known)));
  }

  @Override
  public Answer<Done> invalid(Merchant merchant, IssuedInvoice invoice, VoidReason reason) {
    return change(() ->
        kept.replaceAll((_, one) ->
            one.facts().number().equals(invoice.number())
                ? new Kept(one.document(), one.facts(), true, one.uploaded())
                : one));
  }

  @Override
  public Answer<IssuedInvoice> voidWithReIssue(
      Merchant merchant, IssuedInvoice invoice, VoidReason reason, InvoiceDocument document) {
    IssuedInvoice anew = new IssuedInvoice(invoice.number(), invoice.issuedAt(), "5678");
    return change(
            () -> kept.put(document.relateNumber().value(), new Kept(document, anew, false, false)))
        .map(_ -> anew);
  }

  @Override
  public Answer<Done> delayIssue(
      Merchant merchant, InvoiceId tsr, InvoiceDocument document, InvoiceTiming.Delayed delay) {
    asked.incrementAndGet();
    waiting.put(tsr, document);
    return new Answer.Accepted<>(new Done());
  }

  @Override
  public Answer<Done> editDelayIssue(Merchant merchant, InvoiceId tsr, InvoiceDocument document) {
    return change(() -> waiting.put(tsr, document));
  }

  @Override
  public Answer<Trigger> triggerIssue(Merchant merchant, InvoiceId tsr) {
    return change(() -> issueWaiting(tsr)).map(_ -> Trigger.ISSUED_NOW);
  }

  @Override
  public Answer<Done> cancelDelayIssue(Merchant merchant, InvoiceId tsr) {
    return change(() -> waiting.remove(tsr));
  }

  /** What ECPay does by itself when the time of a delayed invoice has come. */
  public void issueWaiting(InvoiceId tsr) {
    keep(Optional.ofNullable(waiting.remove(tsr)).orElseThrow());
  }

  private Answer<Done> change(Runnable act) {
    changed.incrementAndGet();
    if (changing.isPresent()) {
      return changing.get();
    }
    act.run();
    return new Answer.Accepted<>(new Done());
  }

  /** What somebody else does while ECPay lists. */
  public volatile Runnable whileListing = () -> {};

  @Override
  public Answer<Page> getIssueList(
      Merchant merchant, LocalDate from, LocalDate through, int page, int size) {
    whileListing.run();
    List<KnownInvoice> all =
        kept.values().stream()
            .filter(one -> !Taipei.dateOf(one.facts().issuedAt()).isBefore(from))
            .filter(one -> !Taipei.dateOf(one.facts().issuedAt()).isAfter(through))
            .map(Kept::known)
            .toList();
    return new Answer.Accepted<>(new Page(all.size(), page == 1 ? all : List.of()));
  }

  @Override
  public Answer<Optional<KnownVoid>> getInvalid(
      Merchant merchant, RelateNumber relateNumber, IssuedInvoice invoice) {
    return new Answer.Accepted<>(Optional.of(new KnownVoid(UPLOADED, "scripted", true)));
  }

  @Override
  public Answer<URI> invoicePrint(Merchant merchant, IssuedInvoice invoice, PrintStyle style) {
    return new Answer.Accepted<>(
        URI.create("https://print.example/" + invoice.number() + "?style=" + style.code()));
  }
}
