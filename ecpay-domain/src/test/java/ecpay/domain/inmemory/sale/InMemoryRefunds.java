package ecpay.domain.inmemory.sale;

import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundId;
import ecpay.domain.refund.RefundReference;
import ecpay.domain.refund.Refunds;
import java.util.List;
import java.util.Optional;

public final class InMemoryRefunds implements Refunds {
  private final Table<Key, Refund> table;
  private final Tables tables;

  public InMemoryRefunds(Tables tables) {
    this.tables = tables;
    this.table =
        tables.table(
            List.of(
                refund ->
                    Optional.of(new Name(refund.merchant(), refund.order(), refund.reference())),
                refund ->
                    refund.isOpen()
                        ? Optional.of(new Open(refund.merchant(), refund.order()))
                        : Optional.empty()));
  }

  @Override
  public void add(Refund refund) {
    tables.demandHeld(refund.merchant(), refund.order());
    table.add(key(refund), refund);
  }

  @Override
  public void save(Refund refund) {
    tables.demandHeld(refund.merchant(), refund.order());
    table.replace(key(refund), refund);
  }

  @Override
  public Optional<Refund> find(MerchantId merchant, RefundId id) {
    return table.find(new Key(merchant, id));
  }

  @Override
  public List<Refund> ofOrder(MerchantId merchant, OrderId order) {
    return table.where(
        refund -> refund.merchant().equals(merchant) && refund.order().equals(order));
  }

  @Override
  public List<Refund> tasks(MerchantId merchant, String after, int most) {
    return table
        .where(refund -> refund.merchant().equals(merchant) && refund.waitsForAPerson())
        .stream()
        .filter(refund -> refund.id().value().compareTo(after) > 0)
        .limit(most)
        .toList();
  }

  @Override
  public boolean isWithheld(MerchantId merchant, OrderId order) {
    return ofOrder(merchant, order).stream()
        .anyMatch(refund -> refund.ofOrder() && refund.everything() && refund.holdsItsAmount());
  }

  private static Key key(Refund refund) {
    return new Key(refund.merchant(), refund.id());
  }

  private record Key(MerchantId merchant, RefundId id) {}

  private record Name(MerchantId merchant, OrderId order, RefundReference reference) {}

  private record Open(MerchantId merchant, OrderId order) {}
}
