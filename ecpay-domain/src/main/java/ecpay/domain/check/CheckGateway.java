package ecpay.domain.check;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.LoveCode;

/**
 * Port: ECPay's checks, which pass a question on to the tax authority. An outage of the authority
 * (10000010, 9000001) is an accepted {@link Finding.Unavailable}, not a refusal.
 */
public interface CheckGateway {

  /** CheckBarcode: IsExist Y or N (D-39). */
  Answer<Finding> checkBarcode(Merchant merchant, Carrier.MobileBarcode barcode);

  /** CheckLoveCode: IsExist Y or N, with OrganName. */
  Answer<Finding> checkLoveCode(Merchant merchant, LoveCode loveCode);

  /**
   * GetCompanyNameByTaxID: RtnCode 7 is {@link Finding.NothingKnown}, 1200125 and 2027000 are
   * {@link Finding.DoesNotExist} (D-11).
   */
  Answer<Finding> getCompanyNameByTaxID(Merchant merchant, CompanyNumber number);
}
