package ecpay.domain.inmemory.document;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.AllowanceReference;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

public final class InMemoryAllowances implements Allowances {
  private final Table<Key, Allowance> table;
  private final Tables tables;

  public InMemoryAllowances(Tables tables) {
    this.tables = tables;
    this.table =
        tables.table(
            List.of(
                allowance ->
                    Optional.of(
                        new Name(
                            allowance.merchant(),
                            allowance.order(),
                            allowance.draft().reference())),
                allowance ->
                    number(allowance).map(number -> new Numbered(allowance.merchant(), number))));
  }

  @Override
  public void add(Allowance allowance) {
    tables.demandHeld(allowance.merchant(), allowance.order());
    table.add(key(allowance), allowance);
  }

  @Override
  public void save(Allowance allowance) {
    tables.demandHeld(allowance.merchant(), allowance.order());
    table.replace(key(allowance), allowance);
  }

  @Override
  public Optional<Allowance> find(MerchantId merchant, AllowanceId id) {
    return table.find(new Key(merchant, id));
  }

  @Override
  public Optional<Allowance> findByNumber(MerchantId merchant, AllowanceNumber number) {
    return table.findFirst(allowance ->
        allowance.merchant().equals(merchant) && number(allowance).equals(Optional.of(number)));
  }

  @Override
  public List<Allowance.Unconfirmed> unconfirmedOf(MerchantId merchant, InvoiceNumber invoice) {
    return table
        .where(allowance ->
            allowance.merchant().equals(merchant)
                && allowance.draft().document().invoice().number().equals(invoice))
        .stream()
        .filter(Allowance.Unconfirmed.class::isInstance)
        .map(Allowance.Unconfirmed.class::cast)
        .toList();
  }

  @Override
  public List<Allowance> ofOrder(MerchantId merchant, OrderId order) {
    return table.where(
        allowance -> allowance.merchant().equals(merchant) && allowance.order().equals(order));
  }

  private static Optional<AllowanceNumber> number(Allowance allowance) {
    return switch (allowance) {
      case Allowance.AwaitingConsent awaiting -> Optional.of(awaiting.number());
      case Allowance.Issued issued -> Optional.of(issued.number());
      case Allowance.Cancelled cancelled -> Optional.of(cancelled.number());
      case Allowance.Voided voided -> Optional.of(voided.number());
      case Allowance.Expired expired -> expired.number();
      case Allowance.Requested _, Allowance.Unknown _, Allowance.Refused _ -> Optional.empty();
    };
  }

  @Override
  public OpenEnds openEnds(MerchantId merchant, LocalDate from, LocalDate through) {
    List<Allowance> inTime =
        table.where(one ->
            one.merchant().equals(merchant)
                && !one.draft().document().invoice().issuedOn().isBefore(from)
                && !one.draft().document().invoice().issuedOn().isAfter(through));
    return new OpenEnds(
        inTime.stream().filter(Allowance.AwaitingConsent.class::isInstance).count(),
        inTime.stream()
            .filter(one -> one instanceof Allowance.Issued issued && issued.owesSignature())
            .count());
  }

  private static Key key(Allowance allowance) {
    return new Key(allowance.merchant(), allowance.id());
  }

  private record Key(MerchantId merchant, AllowanceId id) {}

  private record Name(MerchantId merchant, OrderId order, AllowanceReference reference) {}

  private record Numbered(MerchantId merchant, AllowanceNumber number) {}
}
