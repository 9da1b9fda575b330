package ecpay.app.web.api;

import ecpay.domain.order.Carrier;
import ecpay.domain.order.Company;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.LoveCode;
import ecpay.domain.order.ZeroRating;
import java.util.Optional;

/** The part {@code invoice} of an order: how its invoice reaches the buyer. */
final class InvoiceRequest {
  static final InvoicePreference STAND_IN = InvoicePreference.on(new Carrier.Ecpay());

  private static final CompanyNumber SOME_NUMBER = new CompanyNumber("00000000");

  private InvoiceRequest() {}

  static InvoicePreference read(JsonFields invoice) {
    Optional<Carrier> carrier = carrier(invoice);
    Optional<Company> company = invoice.object("company").map(InvoiceRequest::company);
    Optional<String> address = invoice.object("print").map(InvoiceRequest::address);
    Optional<LoveCode> donation = invoice.text("donate", LoveCode::new, new LoveCode("168"));
    Optional<ZeroRating> zeroRating = invoice.object("zeroRating").map(InvoiceRequest::zeroRating);
    invoice.end();
    return carrier
        .map(known ->
            invoice.build(
                () -> new InvoicePreference(known, company, address, donation, zeroRating),
                STAND_IN))
        .orElse(STAND_IN);
  }

  /** Empty when its name or number is wrong, which is reported. */
  private static Optional<Carrier> carrier(JsonFields invoice) {
    String name = invoice.requiredText("carrier", "none");
    Optional<String> number = invoice.text("carrierNumber");
    return switch (name) {
      case "none", "ecpay" -> {
        if (number.isPresent()) {
          invoice.refuse("carrierNumber", "this carrier has no number");
        }
        yield Optional.of(name.equals("none") ? new Carrier.None() : new Carrier.Ecpay());
      }
      case "citizen_certificate", "mobile_barcode" -> {
        if (number.isEmpty()) {
          invoice.refuse("carrierNumber", "this carrier needs its number");
        }
        yield number.flatMap(given ->
            invoice.build(
                "carrierNumber", () -> Optional.of(numbered(name, given)), Optional.empty()));
      }
      default -> {
        invoice.refuse("carrier", "one of none, ecpay, citizen_certificate, mobile_barcode");
        yield Optional.empty();
      }
    };
  }

  private static Carrier numbered(String name, String number) {
    return name.equals("mobile_barcode")
        ? new Carrier.MobileBarcode(number)
        : new Carrier.CitizenCertificate(number);
  }

  private static Company company(JsonFields company) {
    CompanyNumber number = company.requiredText("number", CompanyNumber::new, SOME_NUMBER);
    String name = company.requiredText("name", "stand-in");
    company.end();
    return company.build(() -> new Company(number, name), new Company(SOME_NUMBER, "stand-in"));
  }

  private static String address(JsonFields print) {
    String address = print.requiredText("address", "stand-in");
    print.end();
    return print
        .build(
            () -> InvoicePreference.printedFor(address), InvoicePreference.printedFor("stand-in"))
        .printAddress()
        .orElseThrow();
  }

  private static ZeroRating zeroRating(JsonFields rating) {
    boolean throughCustoms = rating.requiredFlag("throughCustoms");
    int reason = rating.requiredWhole("reason", given -> Math.clamp(given, 0, 999), 71);
    rating.end();
    return rating.build(
        () -> new ZeroRating(throughCustoms, reason), new ZeroRating(throughCustoms, 71));
  }
}
