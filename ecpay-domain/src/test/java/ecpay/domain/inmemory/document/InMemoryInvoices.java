package ecpay.domain.inmemory.document;

import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.time.Taipei;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

public final class InMemoryInvoices implements Invoices {
  private final Table<Key, Invoice> table;
  private final Tables tables;

  public InMemoryInvoices(Tables tables) {
    this.tables = tables;
    this.table =
        tables.table(
            List.of(
                invoice ->
                    Optional.of(
                        new OfOrder(
                            invoice.merchant(), invoice.order(), invoice.draft().reference())),
                invoice ->
                    Optional.of(new Related(invoice.merchant(), invoice.document().relateNumber())),
                invoice ->
                    number(invoice).map(number -> new Numbered(invoice.merchant(), number))));
  }

  @Override
  public void add(Invoice invoice) {
    tables.demandHeld(invoice.merchant(), invoice.order());
    table.add(key(invoice), invoice);
  }

  @Override
  public void save(Invoice invoice) {
    tables.demandHeld(invoice.merchant(), invoice.order());
    table.replace(key(invoice), invoice);
  }

  @Override
  public Optional<Invoice> find(MerchantId merchant, InvoiceId id) {
    return table.find(new Key(merchant, id));
  }

  @Override
  public List<Invoice> ofOrder(MerchantId merchant, OrderId order) {
    return table.where(
        invoice -> invoice.merchant().equals(merchant) && invoice.order().equals(order));
  }

  @Override
  public void numbersIssuedOn(MerchantId merchant, LocalDate day, Consumer<InvoiceNumber> each) {
    live(merchant, day, day, true).forEach(invoice -> each.accept(number(invoice).orElseThrow()));
  }

  @Override
  public OpenEnds openEnds(MerchantId merchant, LocalDate from, LocalDate through) {
    return new OpenEnds(
        live(merchant, from, through, false).size(),
        pendingVoids(merchant, from, through, Integer.MAX_VALUE).size());
  }

  @Override
  public List<Invoice> pendingVoids(
      MerchantId merchant, LocalDate from, LocalDate through, int most) {
    return live(merchant, from, through, false).stream()
        .filter(invoice -> invoice instanceof Invoice.Issued issued && issued.pending().isPresent())
        .limit(most)
        .toList();
  }

  private List<Invoice> live(
      MerchantId merchant, LocalDate from, LocalDate through, boolean withVoid) {
    return table.where(invoice ->
        invoice.merchant().equals(merchant)
            && issuedOn(invoice)
                .filter(day -> !day.isBefore(from) && !day.isAfter(through))
                .isPresent()
            && (withVoid || invoice instanceof Invoice.Issued));
  }

  private static Optional<LocalDate> issuedOn(Invoice invoice) {
    return switch (invoice) {
      case Invoice.Issued issued -> Optional.of(Taipei.dateOf(issued.facts().issuedAt()));
      case Invoice.Voided voided -> Optional.of(Taipei.dateOf(voided.facts().issuedAt()));
      case Invoice.Requested _,
          Invoice.AwaitingNumbers _,
          Invoice.Unknown _,
          Invoice.Scheduled _,
          Invoice.Cancelled _,
          Invoice.Refused _ ->
          Optional.empty();
    };
  }

  @Override
  public List<Invoice.AwaitingNumbers> awaitingNumbers(MerchantId merchant, int most) {
    return table.where(invoice -> invoice.merchant().equals(merchant)).stream()
        .filter(Invoice.AwaitingNumbers.class::isInstance)
        .map(Invoice.AwaitingNumbers.class::cast)
        .sorted(Comparator.comparing(Invoice.AwaitingNumbers::since))
        .limit(most)
        .toList();
  }

  @Override
  public Optional<Invoice> findByNumber(MerchantId merchant, InvoiceNumber number) {
    return table.findFirst(invoice ->
        invoice.merchant().equals(merchant) && number(invoice).equals(Optional.of(number)));
  }

  private static Optional<InvoiceNumber> number(Invoice invoice) {
    return switch (invoice) {
      case Invoice.Issued issued -> Optional.of(issued.facts().number());
      case Invoice.Voided voided -> Optional.of(voided.facts().number());
      case Invoice.Requested _,
          Invoice.AwaitingNumbers _,
          Invoice.Unknown _,
          Invoice.Scheduled _,
          Invoice.Cancelled _,
          Invoice.Refused _ ->
          Optional.empty();
    };
  }

  private static Key key(Invoice invoice) {
    return new Key(invoice.merchant(), invoice.id());
  }

  private record Key(MerchantId merchant, InvoiceId id) {}

  private record OfOrder(MerchantId merchant, OrderId order, InvoiceReference reference) {}

  private record Related(MerchantId merchant, RelateNumber number) {}

  private record Numbered(MerchantId merchant, InvoiceNumber number) {}
}
