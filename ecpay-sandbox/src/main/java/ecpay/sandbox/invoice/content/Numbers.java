package ecpay.sandbox.invoice.content;

import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.InvoiceDraft;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import java.time.LocalDateTime;

/** Gives an invoice its number, or says why there is none (errors.md section 4). */
public final class Numbers {
  /** No track of the current term is in use: none was added, or none enabled. */
  static final int NO_TRACK = 1500047;

  /** Every track in use is exhausted. */
  static final int EXHAUSTED = 5070350;

  private Numbers() {}

  /**
   * Issues the draft as an invoice of that moment.
   *
   * @throws Refusal when there is no number
   */
  public static IssuedInvoice issue(
      Ledger ledger, String merchantId, InvoiceDraft draft, LocalDateTime at) {
    return ledger
        .invoices()
        .issue(merchantId, draft, at)
        .orElseThrow(() -> none(ledger, merchantId, draft, at));
  }

  /** Why there is no number for the draft at that moment. */
  public static Refusal none(
      Ledger ledger, String merchantId, InvoiceDraft draft, LocalDateTime at) {
    return ledger.tracks().isAnyEnabled(merchantId, draft.invType(), at.toLocalDate())
        ? new Refusal(EXHAUSTED, "The invoice numbers of this term are used up.")
        : new Refusal(NO_TRACK, "No word track of this term is enabled.");
  }
}
