package ecpay.domain.refund;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Payment;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that a plan is made of.
 *
 * @param money where the money is
 * @param invoices those of the order
 * @param allowances those of the order
 * @param before what earlier refunds of the payment gave back, or are to, TWD
 */
public record Situation(
    Merchant merchant,
    Order order,
    Payment.Paid payment,
    MoneySide money,
    List<Invoice> invoices,
    List<Allowance> allowances,
    Money before) {
  public Situation {
    invoices = List.copyOf(invoices);
    allowances = List.copyOf(allowances);
  }

  /** Whether the order has this payment to thank for being paid; a second one has no documents. */
  boolean isOfOrder() {
    return order
        .payment()
        .map(settled -> settled.tradeNo().equals(payment.tradeNo()))
        .orElse(false);
  }

  Money paid() {
    return payment.attempt().amount();
  }

  /** What has not gone back of the payment, TWD. */
  Money left() {
    return Money.of(Math.max(0, paid().twd() - before.twd()));
  }

  List<Invoice.Issued> issued() {
    return invoices.stream()
        .filter(Invoice.Issued.class::isInstance)
        .map(Invoice.Issued.class::cast)
        .toList();
  }

  /** The allowances that hold their amount of that invoice. */
  List<Allowance> live(Invoice.Issued invoice) {
    return allowances.stream()
        .filter(one -> one.draft().document().invoice().number().equals(invoice.facts().number()))
        .filter(Allowance::holdsItsAmount)
        .toList();
  }

  List<Part> returned(Invoice.Issued invoice) {
    return live(invoice).stream().flatMap(one -> one.draft().parts().stream()).toList();
  }

  /** What is invoiced and not taken back by an allowance, TWD. */
  Money invoicedStill() {
    long invoiced =
        issued().stream().mapToLong(invoice -> invoice.document().salesAmount().twd()).sum();
    return Money.of(Math.max(0, invoiced - allowed().mapToLong(one -> one.amount().twd()).sum()));
  }

  /**
   * What allowances took of an order that is invoiced whole, and no money has gone back for: a
   * person made them by themselves, TWD (R-CAP-13).
   */
  Money allowedAhead() {
    return Money.of(Math.max(0, left().twd() - invoicedStill().twd()));
  }

  /** Whether each allowance of the order that holds its amount is there to stay. */
  boolean isAllowedForGood() {
    return allowed()
        .allMatch(one -> one instanceof Allowance.Issued issued && issued.withdrawal().isEmpty());
  }

  private Stream<Allowance> allowed() {
    return issued().stream().flatMap(invoice -> live(invoice).stream());
  }

  /** What is neither invoiced nor about to be, TWD. */
  Money uninvoiced() {
    long taken =
        invoices.stream()
            .filter(invoice ->
                invoice instanceof Invoice.Issued || invoice instanceof Invoice.Scheduled)
            .mapToLong(invoice -> invoice.document().salesAmount().twd())
            .sum();
    return Money.of(Math.max(0, order.total().twd() - taken));
  }
}
