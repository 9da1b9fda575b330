package ecpay.domain.inmemory.sale;

import ecpay.domain.contract.Contracts;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

public final class InMemoryContracts implements Contracts {
  private final Table<Key, PeriodicContract> table;
  private final Tables tables;

  public InMemoryContracts(Tables tables) {
    this.tables = tables;
    this.table = tables.table(List.of());
  }

  @Override
  public void add(PeriodicContract contract) {
    tables.demandHeld(contract.merchant(), contract.agreement().order());
    table.add(key(contract), contract);
  }

  @Override
  public void save(PeriodicContract contract) {
    tables.demandHeld(contract.merchant(), contract.agreement().order());
    table.replace(key(contract), contract);
  }

  @Override
  public Optional<PeriodicContract> find(MerchantId merchant, MerchantTradeNo tradeNo) {
    return table.find(new Key(merchant, tradeNo));
  }

  @Override
  public List<PeriodicContract> ofOrder(MerchantId merchant, OrderId order) {
    return table.where(contract ->
        contract.merchant().equals(merchant) && contract.agreement().order().equals(order));
  }

  private static Key key(PeriodicContract contract) {
    return new Key(contract.merchant(), contract.tradeNo());
  }

  private record Key(MerchantId merchant, MerchantTradeNo tradeNo) {}
}
