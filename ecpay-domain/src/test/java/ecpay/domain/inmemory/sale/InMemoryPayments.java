package ecpay.domain.inmemory.sale;

import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.Payments;
import java.util.List;
import java.util.Optional;

public final class InMemoryPayments implements Payments {
  private final Table<PaymentId, Payment> table;
  private final Tables tables;

  public InMemoryPayments(Tables tables) {
    this.tables = tables;
    this.table =
        tables.table(
            List.of(payment ->
                Optional.of(
                    new Name(payment.merchant(), payment.tradeNo(), payment.attempt().charge()))));
  }

  @Override
  public void add(Payment payment) {
    tables.demandHeld(payment.merchant(), payment.order());
    table.add(payment.id(), payment);
  }

  @Override
  public void save(Payment payment) {
    tables.demandHeld(payment.merchant(), payment.order());
    table.replace(payment.id(), payment);
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return table.find(id);
  }

  @Override
  public Optional<Payment> findByTradeNo(MerchantId merchant, MerchantTradeNo tradeNo) {
    return table.findFirst(payment ->
        payment.merchant().equals(merchant)
            && payment.tradeNo().equals(tradeNo)
            && payment.attempt().charge() == 1);
  }

  @Override
  public List<Payment> ofOrder(MerchantId merchant, OrderId order) {
    return table.where(
        payment -> payment.merchant().equals(merchant) && payment.order().equals(order));
  }

  /** Every attempt of a shop, of whatever order. */
  public List<Payment> ofShop(MerchantId merchant) {
    return table.where(payment -> payment.merchant().equals(merchant));
  }

  private record Name(MerchantId merchant, MerchantTradeNo tradeNo, int charge) {}
}
