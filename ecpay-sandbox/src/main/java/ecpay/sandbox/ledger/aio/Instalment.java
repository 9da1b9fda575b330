package ecpay.sandbox.ledger.aio;

/**
 * An amount in instalments: the remainder falls on the first (payments-aio.md section 2).
 *
 * @param count 0 for a single payment, 30 for the flexible one
 * @param first whole TWD
 * @param each whole TWD of every instalment but the first
 */
public record Instalment(int count, long first, long each) {
  /**
   * Splits an amount.
   *
   * @param term a count, {@code 30N}, or empty for a single payment
   */
  public static Instalment of(long amount, String term) {
    if (term.isEmpty()) {
      return new Instalment(0, 0, 0);
    }
    var count = Integer.parseInt(term.replace("N", ""));
    var each = amount / count;
    return new Instalment(count, amount - each * (count - 1), each);
  }
}
