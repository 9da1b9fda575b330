package ecpay.domain.inmemory;

import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.RelateNumber;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class InMemoryInvoices implements Invoices {
  final Table<Key, Invoice> table;
  private final InMemoryBooks books;

  InMemoryInvoices(InMemoryBooks books) {
    this.books = books;
    this.table =
        new Table<>(
            books,
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
    books.demandHeld(invoice.merchant(), invoice.order());
    table.add(key(invoice), invoice);
  }

  @Override
  public void save(Invoice invoice) {
    books.demandHeld(invoice.merchant(), invoice.order());
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

  record Key(MerchantId merchant, InvoiceId id) {}

  private record OfOrder(MerchantId merchant, OrderId order, InvoiceReference reference) {}

  private record Related(MerchantId merchant, RelateNumber number) {}

  private record Numbered(MerchantId merchant, InvoiceNumber number) {}
}
