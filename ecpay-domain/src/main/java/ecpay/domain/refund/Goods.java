package ecpay.domain.refund;

import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.money.Money;
import ecpay.domain.rule.Violations;
import java.util.List;
import java.util.Optional;

/** What goes back. */
public sealed interface Goods {

  /** All that has not gone back yet. */
  record Everything() implements Goods {}

  /**
   * Lines of an invoice.
   *
   * @param invoice which one; may be empty while the order has only one
   * @param lines 1 to 999
   */
  record Lines(Optional<InvoiceId> invoice, List<ReturnedLine> lines) implements Goods {
    private static final int MOST = 999;

    public Lines {
      lines = List.copyOf(lines);
      Violations.demand(
          !lines.isEmpty() && lines.size() <= MOST,
          "R-ALW-11",
          "lines",
          "name 1 to 999 lines that go back");
    }
  }

  /**
   * So much, taken off the lines of an invoice in proportion.
   *
   * @param invoice which one; may be empty while the order has only one
   * @param amount at least 1 TWD (R-CAP-04)
   */
  record Amount(Optional<InvoiceId> invoice, Money amount) implements Goods {
    public Amount {
      Violations.demand(
          amount.isPositive(), "R-CAP-04", "amount", "a refund gives back at least 1 TWD");
    }
  }
}
