package ecpay.domain.inmemory.sale;

import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderReference;
import ecpay.domain.order.Orders;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

public final class InMemoryOrders implements Orders {
  private final Table<Key, Order> table;
  private final Tables tables;

  public InMemoryOrders(Tables tables) {
    this.tables = tables;
    this.table =
        tables.table(List.of(order -> Optional.of(new Name(order.merchant(), order.reference()))));
  }

  @Override
  public boolean add(Order order) {
    boolean added = table.addNew(key(order), order);
    if (added) {
      tables.hold(order.merchant(), order.id());
    }
    return added;
  }

  @Override
  public void save(Order order) {
    tables.demandHeld(order.merchant(), order.id());
    table.replace(key(order), order);
  }

  @Override
  public Optional<Order> find(MerchantId merchant, OrderId id) {
    return table.find(new Key(merchant, id));
  }

  @Override
  public Optional<Order> findByReference(MerchantId merchant, OrderReference reference) {
    return table.findFirst(
        order -> order.merchant().equals(merchant) && order.reference().equals(reference));
  }

  @Override
  public List<Order> newest(MerchantId merchant, int most) {
    return table.where(order -> order.merchant().equals(merchant)).stream()
        .sorted(Comparator.comparing((Order order) -> order.id().value()).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public Order lock(MerchantId merchant, OrderId id) {
    tables.demandTransaction();
    Order order =
        find(merchant, id)
            .orElseThrow(() -> new NoSuchElementException("order " + id + " is not in the books"));
    tables.hold(merchant, id);
    return order;
  }

  private static Key key(Order order) {
    return new Key(order.merchant(), order.id());
  }

  private record Key(MerchantId merchant, OrderId id) {}

  private record Name(MerchantId merchant, OrderReference reference) {}
}
