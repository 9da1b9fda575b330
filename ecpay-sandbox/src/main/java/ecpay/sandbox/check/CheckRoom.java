package ecpay.sandbox.check;

import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.wire.EcpayGate;
import ecpay.sandbox.wire.Router;

/** Opens the checks before issuing. */
public final class CheckRoom {
  /** The tax authority is under maintenance (errors.md section 4). */
  private static final int MAINTENANCE = 10000010;

  private CheckRoom() {}

  public static void open(Router router, EcpayGate gate, TaxAuthority authority) {
    gate.open(router, new CheckBarcode(authority));
    gate.open(router, new CheckLoveCode(authority));
    gate.open(router, new GetCompanyNameByTaxID(authority));
  }

  static void requireUp(TaxAuthority authority) {
    if (authority.isDown()) {
      throw new Refusal(MAINTENANCE, "The tax authority is under maintenance.");
    }
  }
}
