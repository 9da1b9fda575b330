package ecpay.adapter.http.trade;

import ecpay.adapter.http.json.Fields;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.rule.RuleViolationException;
import java.util.Optional;

/** Whom a notice is for. */
final class Addressee {
  private static final String PLATFORM = "PlatformID";

  private Addressee() {}

  /**
   * The merchant that a notice names; or the platform, when that is not ours (R-TRN-09): then it is
   * for none of our merchants, whatever else it says.
   *
   * @param otherwise the MerchantID of a notice that names none
   * @throws RuleViolationException if it is no MerchantID
   */
  static EcpayMerchantId of(EcpayAccount account, Fields notice, String otherwise) {
    Optional<String> anotherPlatform =
        account
            .platform()
            .filter(ours -> notice.has(PLATFORM) && !notice.text(PLATFORM).equals(ours.value()))
            .map(_ -> notice.text(PLATFORM));
    return new EcpayMerchantId(
        anotherPlatform.orElse(notice.has("MerchantID") ? notice.text("MerchantID") : otherwise));
  }
}
