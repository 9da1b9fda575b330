package ecpay.domain.world;

import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceDocument;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.RelateNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import java.time.Clock;
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
  private final Map<RelateNumber, KnownInvoice> issued = new LinkedHashMap<>();
  private long wrongBy;

  /**
   * @param held what allowances hold of an invoice now, TWD
   */
  ScriptedInvoices(Wire wire, Clock clock, ToLongFunction<InvoiceNumber> held) {
    this.wire = wire;
    this.clock = clock;
    this.held = held;
  }

  /** How many invoices ECPay has made. */
  public int count() {
    return issued.size();
  }

  /** From now on ECPay's books show amounts that are so much too high. */
  public void showTooMuch(long by) {
    wrongBy = by;
  }

  @Override
  public Answer<IssuedInvoice> issue(Merchant merchant, InvoiceDocument document) {
    return wire.call(
        "Issue",
        () -> {
          if (issued.containsKey(document.relateNumber())) {
            return new Answer.Unknown<>("5070357 RelateNumber seen before", true);
          }
          IssuedInvoice invoice =
              new IssuedInvoice(
                  new InvoiceNumber(String.format(Locale.ROOT, "UV%08d", issued.size() + 1)),
                  clock.instant().truncatedTo(ChronoUnit.SECONDS),
                  "1234");
          issued.put(
              document.relateNumber(),
              new KnownInvoice(invoice, document.salesAmount(), document.salesAmount()));
          return new Answer.Accepted<>(invoice);
        });
  }

  @Override
  public Answer<Optional<KnownInvoice>> getIssue(Merchant merchant, RelateNumber relateNumber) {
    return wire.call(
        "GetIssue",
        () -> new Answer.Accepted<>(Optional.ofNullable(issued.get(relateNumber)).map(this::now)));
  }

  private KnownInvoice now(KnownInvoice known) {
    return new KnownInvoice(
        known.invoice(),
        Money.of(known.salesAmount().twd() + wrongBy),
        remaining(known.invoice().number()));
  }

  /** What ECPay says remains of an invoice. */
  public Money remaining(InvoiceNumber number) {
    Money total =
        issued.values().stream()
            .filter(known -> known.invoice().number().equals(number))
            .findFirst()
            .orElseThrow()
            .salesAmount();
    return Money.of(total.twd() + wrongBy - held.applyAsLong(number));
  }
}
