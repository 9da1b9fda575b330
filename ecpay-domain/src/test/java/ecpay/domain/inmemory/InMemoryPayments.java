package ecpay.domain.inmemory;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.Payments;
import java.util.List;
import java.util.Optional;

final class InMemoryPayments implements Payments {
  final Table<PaymentId, Payment> table;
  private final InMemoryBooks books;

  InMemoryPayments(InMemoryBooks books) {
    this.books = books;
    this.table =
        new Table<>(
            books,
            List.of(payment ->
                Optional.of(
                    new Name(payment.merchant(), payment.tradeNo(), payment.attempt().charge()))));
  }

  @Override
  public void add(Payment payment) {
    books.demandHeld(payment.merchant(), payment.order());
    table.add(payment.id(), payment);
  }

  @Override
  public void save(Payment payment) {
    books.demandHeld(payment.merchant(), payment.order());
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

  private record Name(MerchantId merchant, MerchantTradeNo tradeNo, int charge) {}
}
