package ecpay.domain.allowance;

import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Port: the allowances in the books. Lock the order before changing one. */
public interface Allowances {
  /** Adds a new allowance; a reference is used once per order. */
  void add(Allowance allowance);

  /** Writes the new state of an allowance that is already there. */
  void save(Allowance allowance);

  Optional<Allowance> find(MerchantId merchant, AllowanceId id);

  Optional<Allowance> findByNumber(MerchantId merchant, AllowanceNumber number);

  /** Those of an invoice that ECPay has not confirmed: requested, or of unknown outcome. */
  List<Allowance.Unconfirmed> unconfirmedOf(MerchantId merchant, InvoiceNumber invoice);

  /**
   * What is not at its end of the allowances on invoices that were issued in that time, Taipei.
   *
   * @param from first day
   * @param through last day
   */
  OpenEnds openEnds(MerchantId merchant, LocalDate from, LocalDate through);

  /**
   * @param awaitingConsent the buyer has not consented yet
   * @param owedSignatures issued on paper and not signed (R-ALW-33)
   */
  record OpenEnds(long awaitingConsent, long owedSignatures) {}

  /** All allowances of an order's invoice, oldest first. */
  List<Allowance> ofOrder(MerchantId merchant, OrderId order);
}
