package ecpay.acceptance.random;

import ecpay.domain.Samples;
import ecpay.domain.merchant.Credentials;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.merchant.Merchant;

/** A shop with the public e-invoice account of ECPay's stage, which the sandbox knows as well. */
final class StageShop {
  private StageShop() {}

  static Merchant merchant() {
    Merchant sample = Samples.merchant();
    return new Merchant(
        sample.id(),
        sample.name(),
        sample.payments(),
        new EcpayAccount(
            new EcpayMerchantId("2000132"),
            new Credentials("ejCk326UnaZWKisg", "q9jcZX8Ib9LM8wYk")),
        sample.callbacks(),
        sample.dashboardNotifies(),
        sample.invoicing());
  }
}
