package ecpay.adapter.persistence.document;

import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * @param timing absent in orders of the time when every invoice was issued on payment
 */
record OrderContentJson(
    BuyerJson buyer,
    List<LineJson> lines,
    long total,
    String description,
    PreferenceJson invoice,
    @Nullable TimingJson timing) {

  static OrderContentJson of(OrderContent content) {
    return new OrderContentJson(
        BuyerJson.of(content.buyer()),
        content.lines().stream().map(LineJson::of).toList(),
        content.total().twd(),
        content.description(),
        PreferenceJson.of(content.invoice()),
        TimingJson.of(content.timing()));
  }

  OrderContent content() {
    return new OrderContent(
        buyer.buyer(),
        lines.stream().map(LineJson::line).toList(),
        Money.of(total),
        description,
        invoice.preference(),
        Optional.ofNullable(timing)
            .map(TimingJson::timing)
            .orElseGet(InvoiceTiming.OnPayment::new));
  }

  record BuyerJson(String name, @Nullable String email, @Nullable String phone) {
    static BuyerJson of(Buyer buyer) {
      return new BuyerJson(
          buyer.name(),
          buyer.email().map(EmailAddress::value).orElse(null),
          buyer.phone().map(PhoneNumber::value).orElse(null));
    }

    Buyer buyer() {
      return new Buyer(
          name,
          Optional.ofNullable(email).map(EmailAddress::new),
          Optional.ofNullable(phone).map(PhoneNumber::new));
    }
  }

  record LineJson(
      String name, BigDecimal quantity, String unit, BigDecimal price, long amount, TaxKind tax) {
    static LineJson of(OrderLine line) {
      return new LineJson(
          line.name(),
          line.quantity().value(),
          line.unit(),
          line.price().value(),
          line.amount().twd(),
          line.tax());
    }

    OrderLine line() {
      return new OrderLine(
          name, new Quantity(quantity), unit, new UnitPrice(price), Money.of(amount), tax);
    }
  }
}
