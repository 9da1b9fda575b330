package ecpay.adapter.http.check;

import ecpay.adapter.http.call.EcpayApi;
import ecpay.domain.answer.Answer;
import ecpay.domain.check.CheckGateway;
import ecpay.domain.check.Finding;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.LoveCode;

/** The table of ECPay's checks, called with the merchant's invoice account. */
public final class EcpayChecks implements CheckGateway {
  private final EcpayApi api;
  private final String barcodeField;
  private final String companyOperation;

  /**
   * @param barcodeField what ECPay calls the field of CheckBarcode (D-39)
   * @param companyOperation what ECPay calls GetCompanyNameByTaxID (D-11)
   */
  public EcpayChecks(EcpayApi api, String barcodeField, String companyOperation) {
    this.api = api;
    this.barcodeField = barcodeField;
    this.companyOperation = companyOperation;
  }

  @Override
  public Answer<Finding> checkBarcode(Merchant merchant, Carrier.MobileBarcode barcode) {
    return api.call(merchant.invoices(), new CheckBarcode(barcode, barcodeField));
  }

  @Override
  public Answer<Finding> checkLoveCode(Merchant merchant, LoveCode loveCode) {
    return api.call(merchant.invoices(), new CheckLoveCode(loveCode));
  }

  @Override
  public Answer<Finding> getCompanyNameByTaxID(Merchant merchant, CompanyNumber number) {
    return api.call(merchant.invoices(), new GetCompanyNameByTaxID(number, companyOperation));
  }
}
