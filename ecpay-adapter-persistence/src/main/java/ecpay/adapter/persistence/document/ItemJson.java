package ecpay.adapter.persistence.document;

import ecpay.domain.allowance.document.AllowanceItem;
import ecpay.domain.invoice.document.InvoiceItem;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of an invoice or of an allowance. */
record ItemJson(
    int sequence,
    String name,
    BigDecimal count,
    String unit,
    BigDecimal price,
    @Nullable TaxKind tax,
    BigDecimal amount) {

  static ItemJson of(InvoiceItem item) {
    return new ItemJson(
        item.sequence(),
        item.name(),
        item.count().value(),
        item.unit(),
        item.price().value(),
        item.tax().orElse(null),
        item.amount());
  }

  static ItemJson of(AllowanceItem item) {
    return new ItemJson(
        item.sequence(),
        item.name(),
        item.count().value(),
        item.unit(),
        item.price().value(),
        item.tax().orElse(null),
        item.amount());
  }

  InvoiceItem invoiceItem() {
    return new InvoiceItem(
        sequence,
        name,
        new Quantity(count),
        unit,
        new UnitPrice(price),
        Optional.ofNullable(tax),
        amount);
  }

  AllowanceItem allowanceItem() {
    return new AllowanceItem(
        sequence,
        name,
        new Quantity(count),
        unit,
        new UnitPrice(price),
        Optional.ofNullable(tax),
        amount);
  }
}
