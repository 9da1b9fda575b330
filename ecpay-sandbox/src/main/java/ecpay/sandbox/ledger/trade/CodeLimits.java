package ecpay.sandbox.ledger.trade;

/**
 * How long accounts, codes and barcodes can be paid.
 *
 * @param atmDays days until an ATM account expires
 * @param cvsMinutes minutes until a store code expires
 * @param barcodeDays days until a barcode expires
 */
public record CodeLimits(int atmDays, int cvsMinutes, int barcodeDays) {
  /** Nothing of the kind is offered. */
  public static final CodeLimits NONE = new CodeLimits(0, 0, 0);
}
