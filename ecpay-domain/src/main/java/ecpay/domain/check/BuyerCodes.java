package ecpay.domain.check;

import ecpay.domain.order.Carrier;
import ecpay.domain.order.Company;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.LoveCode;
import java.util.Optional;

/** What of a buyer's wishes for an invoice can be checked before issuing. */
public record BuyerCodes(
    Optional<Carrier.MobileBarcode> barcode,
    Optional<LoveCode> donation,
    Optional<CompanyNumber> company) {

  public static BuyerCodes of(InvoicePreference preference) {
    return new BuyerCodes(
        preference.carrier() instanceof Carrier.MobileBarcode barcode
            ? Optional.of(barcode)
            : Optional.empty(),
        preference.donation(),
        preference.company().map(Company::number));
  }
}
