package ecpay.domain.order;

import ecpay.domain.rule.Violations;
import ecpay.domain.text.EcpayText;
import java.util.Optional;

/**
 * How the invoice of an order reaches its buyer. Only the cases of ECPay's matrix exist: paper, a
 * carrier, a donation, and a company with paper or a carrier (R-INV-07 to R-INV-12).
 *
 * @param company set when a company buys
 * @param printAddress set when the invoice is printed: where to, 1 to 100 characters (R-INV-12)
 * @param donation set when the invoice is given to a charity
 * @param zeroRating set when lines are zero-rated (R-INV-17)
 */
public record InvoicePreference(
    Carrier carrier,
    Optional<Company> company,
    Optional<String> printAddress,
    Optional<LoveCode> donation,
    Optional<ZeroRating> zeroRating) {

  public InvoicePreference {
    boolean print = printAddress.isPresent();
    boolean noCarrier = carrier instanceof Carrier.None;
    Violations violations = new Violations();
    if (donation.isPresent()) {
      violations.require(!print, "R-INV-07", "print", "a donated invoice is not printed");
      violations.require(
          noCarrier, "R-INV-08", "carrier", "a donated invoice is sent without a carrier");
      violations.require(
          company.isEmpty(), "R-INV-09", "company", "a company cannot donate its invoice");
    } else if (company.isPresent()) {
      violations.require(
          companyMayHave(carrier, print), "R-INV-10", "print", companyCase(carrier, print));
    } else {
      violations.require(
          print == noCarrier,
          "R-INV-11",
          "carrier",
          "choose exactly one: print, a carrier or a donation");
    }
    printAddress.ifPresent(address -> {
      violations.require(
          !address.isBlank() && address.length() <= 100,
          "R-INV-12",
          "address",
          "a printed invoice needs an address of 1 to 100 characters");
      EcpayText.screen(violations, "address", address);
    });
    violations.throwIfAny();
  }

  private static boolean companyMayHave(Carrier carrier, boolean print) {
    return switch (carrier) {
      case Carrier.None() -> print;
      case Carrier.Ecpay(), Carrier.CitizenCertificate(String _) -> !print;
      case Carrier.MobileBarcode(String _) -> true;
      case Carrier.PhysicalCard _ -> false;
    };
  }

  private static String companyCase(Carrier carrier, boolean print) {
    if (carrier instanceof Carrier.PhysicalCard) {
      return "a company's invoice is not kept on a card";
    }
    return print
        ? "a company's invoice on this carrier is not printed as well"
        : "a company's invoice without a carrier is printed: give an address";
  }

  /** The same, with that reason for zero-rated lines. */
  public InvoicePreference with(Optional<ZeroRating> reason) {
    return new InvoicePreference(carrier, company, printAddress, donation, reason);
  }

  public boolean isPrinted() {
    return printAddress.isPresent();
  }

  /** Kept on a carrier, for a person. */
  public static InvoicePreference on(Carrier carrier) {
    return new InvoicePreference(
        carrier, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Printed and sent to an address, for a person. */
  public static InvoicePreference printedFor(String address) {
    return new InvoicePreference(
        new Carrier.None(),
        Optional.empty(),
        Optional.of(address),
        Optional.empty(),
        Optional.empty());
  }

  /** Given to a charity. */
  public static InvoicePreference donatedTo(LoveCode charity) {
    return new InvoicePreference(
        new Carrier.None(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(charity),
        Optional.empty());
  }
}
