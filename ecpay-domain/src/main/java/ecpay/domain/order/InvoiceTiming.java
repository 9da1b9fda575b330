package ecpay.domain.order;

import static ecpay.domain.rule.Violations.demand;

/** When the invoice of an order is issued. */
public sealed interface InvoiceTiming {

  /** At once when the order is paid. */
  record OnPayment() implements InvoiceTiming {}

  /** Never by itself: the merchant asks for it, whole or in parts. */
  record ByHand() implements InvoiceTiming {}

  /** Given to ECPay when the order is paid, and issued there later: DelayIssue (R-INV-31). */
  sealed interface Delayed extends InvoiceTiming {
    /** Days to wait, counted from the request or from the trigger. */
    int days();
  }

  /**
   * Issued by ECPay after some days (DelayFlag 1), as when goods may come back in that time.
   *
   * @param days 1 to 15
   */
  record AfterDays(int days) implements Delayed {
    public AfterDays {
      demand(days >= 1 && days <= 15, "R-INV-31", "days", "an invoice waits 1 to 15 days");
    }
  }

  /**
   * Issued once the merchant triggers it (DelayFlag 2), as when goods leave; without a trigger
   * never.
   *
   * @param days 0 to 15 days after the trigger
   */
  record OnTrigger(int days) implements Delayed {
    public OnTrigger {
      demand(
          days >= 0 && days <= 15,
          "R-INV-31",
          "days",
          "a triggered invoice waits 0 to 15 days after its trigger");
    }
  }
}
