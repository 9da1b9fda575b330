package ecpay.domain.invoice.usecase;

import ecpay.domain.event.DomainEvent.InvoiceRequestedAgain;
import ecpay.domain.event.EventLog;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.Withheld;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Part;
import ecpay.domain.order.OrderLine;
import ecpay.domain.order.Orders;
import ecpay.domain.rule.Violations;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks again for an invoice that was refused, corrected if need be, under its old RelateNumber: if
 * ECPay has it after all, it is found and not made twice.
 */
public final class RetryInvoice {
  private final RecordWish wishes;
  private final Orders orders;
  private final Invoices invoices;
  private final Withheld withheld;
  private final EventLog events;

  public RetryInvoice(
      RecordWish wishes, Orders orders, Invoices invoices, Withheld withheld, EventLog events) {
    this.wishes = wishes;
    this.orders = orders;
    this.invoices = invoices;
    this.withheld = withheld;
    this.events = events;
  }

  /**
   * The same wish again, as after a lost answer, is answered with the invoice as it is.
   *
   * @throws ecpay.domain.rule.RuleViolationException R-INV-26 if it was not refused, R-INV-34 if
   *     its parts were invoiced otherwise meanwhile, or whatever the corrected invoice would break
   */
  public Invoice retry(MerchantId merchant, InvoiceId id, Correction correction) {
    return wishes.record(
        merchant, id, (invoice, _) -> retry(invoice, correction), new InvoiceRequestedAgain(id));
  }

  private Invoice retry(Invoice invoice, Correction correction) {
    if (isRetriedLikeThat(invoice, correction)) {
      return invoice;
    }
    Violations.demand(
        invoice instanceof Invoice.Refused,
        "R-INV-26",
        "invoice",
        "only a refused invoice is asked for again");
    Violations.demand(
        !withheld.isWithheld(invoice.merchant(), invoice.order()),
        "R-CAP-13",
        "invoice",
        "money of its order has gone back: it is not invoiced any more");
    Invoice.Refused refused = (Invoice.Refused) invoice;
    Violations.demand(
        partsAreFree(refused), "R-INV-34", "invoice", "another invoice holds what this one is for");
    return refused.again(correction.applyTo(refused.document()));
  }

  private boolean isRetriedLikeThat(Invoice invoice, Correction correction) {
    return invoice.holdsItsParts()
        && events.ofOrder(invoice.merchant(), invoice.order()).stream()
            .anyMatch(known -> known.event().equals(new InvoiceRequestedAgain(invoice.id())))
        && correction.applyTo(invoice.document()).equals(invoice.document());
  }

  private boolean partsAreFree(Invoice.Refused refused) {
    List<Part> taken =
        Stream.concat(
                invoices.ofOrder(refused.merchant(), refused.order()).stream()
                    .filter(Invoice::holdsItsParts),
                Stream.of(refused))
            .flatMap(invoice -> invoice.draft().parts().stream())
            .toList();
    List<OrderLine> lines = orders.lock(refused.merchant(), refused.order()).content().lines();
    return IntStream.rangeClosed(1, lines.size())
        .allMatch(number -> holds(lines.get(number - 1), number, taken));
  }

  private static boolean holds(OrderLine line, int number, List<Part> taken) {
    List<Part> ofLine = taken.stream().filter(part -> part.line() == number).toList();
    BigDecimal units = ofLine.stream().map(Part::units).reduce(BigDecimal.ZERO, BigDecimal::add);
    long amount = ofLine.stream().mapToLong(part -> part.amount().twd()).sum();
    return units.compareTo(line.quantity().value()) <= 0 && amount <= line.amount().twd();
  }
}
