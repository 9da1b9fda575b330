package ecpay.domain.check;

import ecpay.domain.order.Carrier;
import ecpay.domain.order.Company;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.LoveCode;
import java.util.ArrayList;
import java.util.List;
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

  /** Each of them, to be checked one by one. */
  public List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    barcode.ifPresent(code -> subjects.add(new Subject.Barcode(code)));
    donation.ifPresent(code -> subjects.add(new Subject.Donation(code)));
    company.ifPresent(number -> subjects.add(new Subject.Business(number)));
    return subjects;
  }
}
