package ecpay.sandbox.counter;

import java.util.List;
import java.util.Optional;

/** One way to pay, as the counter sees it. Used under the ledger's lock. */
public interface Till {
  /** What a person at the counter does. */
  enum Deed {
    /** Pays; a lender approves. */
    PAY,
    /** Simulates a payment in the back office: no money. */
    SIMULATE,
    /** The lender refuses. */
    REFUSE
  }

  /**
   * What came of it.
   *
   * @param done false when nothing has changed
   * @param words where the trade stands now, or why nothing was done
   */
  record Receipt(boolean done, String words) {
    public static Receipt done(String status) {
      return new Receipt(true, status);
    }

    public static Receipt refused(String why) {
      return new Receipt(false, why);
    }
  }

  /** Everything that waits, oldest first, expired things too. */
  List<Bill> bills();

  /**
   * Does the deed.
   *
   * @param merchantId whose trade it is; empty for anybody's
   * @return nothing when this till knows no such trade
   */
  Optional<Receipt> act(String merchantId, String merchantTradeNo, Deed deed);
}
