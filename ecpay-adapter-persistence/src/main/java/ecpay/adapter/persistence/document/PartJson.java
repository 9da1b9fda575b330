package ecpay.adapter.persistence.document;

import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import java.math.BigDecimal;

/** A part of a line: of an order's that is invoiced, or of an invoice's that goes back. */
record PartJson(int line, BigDecimal units, long amount) {

  static PartJson of(Part part) {
    return new PartJson(part.line(), part.units(), part.amount().twd());
  }

  Part part() {
    return new Part(line, units, Money.of(amount));
  }
}
