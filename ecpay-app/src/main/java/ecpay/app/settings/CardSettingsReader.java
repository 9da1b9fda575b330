package ecpay.app.settings;

import ecpay.domain.merchant.CardTerms;
import ecpay.domain.merchant.CardTerms.CheckCode;
import ecpay.domain.merchant.RefundPolicy;
import java.util.Optional;

/** Makes the settings of cards and of the way back of values. */
final class CardSettingsReader {
  private final Values values;
  private final Environment environment;

  CardSettingsReader(Values values, Environment environment) {
    this.values = values;
    this.environment = environment;
  }

  /** ECPay's stage has no real authorisations to act upon (R-CAP-12). */
  CardTerms terms() {
    Optional<CheckCode> checkCode =
        values.isGiven(Setting.CARD_CHECK_CODE)
            ? values.domain(
                Setting.CARD_CHECK_CODE, () -> new CheckCode(values.text(Setting.CARD_CHECK_CODE)))
            : Optional.empty();
    return new CardTerms(
        values.flag(Setting.CARD_AUTOMATIC_CAPTURE), environment != Environment.STAGE, checkCode);
  }

  RefundPolicy refunds() {
    return new RefundPolicy(
        values.choice(Setting.REFUND_FIRST, RefundPolicy.First.class),
        values.choice(Setting.REFUND_CONSENT, RefundPolicy.ConsentBy.class));
  }
}
