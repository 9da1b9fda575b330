package ecpay.sandbox.invoice.content;

import ecpay.sandbox.ledger.IssuedInvoice;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The tax inside an amount that includes it, as queries show it. */
public final class Tax {
  private static final BigDecimal WITH_TAX = new BigDecimal("1.05");

  private Tax() {}

  /** The part of the amount that is 5 % tax; 0 unless the whole invoice is taxable. */
  public static long within(IssuedInvoice invoice, long amount) {
    if (!invoice.taxType().equals("1")) {
      return 0;
    }
    var net = BigDecimal.valueOf(amount).divide(WITH_TAX, 0, RoundingMode.HALF_UP);
    return amount - net.longValueExact();
  }

  public static BigDecimal rate(IssuedInvoice invoice) {
    return invoice.taxKinds().contains("1") ? new BigDecimal("0.05") : BigDecimal.ZERO;
  }
}
