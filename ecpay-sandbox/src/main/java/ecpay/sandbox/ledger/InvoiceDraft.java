package ecpay.sandbox.ledger;

import java.util.Set;

/**
 * What an invoice is to say, checked and ready to be issued.
 *
 * @param amount whole TWD, tax included
 * @param taxKinds the ItemTaxType values its lines stand for; empty for the special rate
 * @param vatIncluded whether its prices include tax ({@code vat} 1)
 * @param sent the Data it comes from
 */
public record InvoiceDraft(
    String relateNumber,
    long amount,
    String taxType,
    Set<String> taxKinds,
    boolean vatIncluded,
    SentData sent) {
  public InvoiceDraft {
    taxKinds = Set.copyOf(taxKinds);
  }

  /** 07 general or 08 special. */
  public String invType() {
    return sent.text("InvType");
  }
}
