package ecpay.app.web.api.invoice;

import ecpay.app.web.json.JsonFields;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.Carrier.PhysicalCard;
import ecpay.domain.order.Company;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.LoveCode;
import ecpay.domain.order.ZeroRating;
import java.util.Optional;

/** How an invoice shall reach its buyer: schema {@code InvoicePreference} of the contract. */
public final class PreferenceRequest {
  public static final InvoicePreference STAND_IN = InvoicePreference.on(new Carrier.Ecpay());

  private static final CompanyNumber SOME_NUMBER = new CompanyNumber("00000000");

  private PreferenceRequest() {}

  /** {@link #read}, and there is nothing else. */
  static InvoicePreference readWhole(JsonFields invoice, boolean cards) {
    InvoicePreference preference = read(invoice, cards);
    invoice.end();
    return preference;
  }

  /**
   * Reads the preference; the caller reads what else there may be, and ends the object.
   *
   * @param cards whether cards are offered (D-21)
   */
  public static InvoicePreference read(JsonFields invoice, boolean cards) {
    Optional<Carrier> carrier = carrier(invoice, cards);
    Optional<Company> company = invoice.object("company").map(PreferenceRequest::company);
    Optional<String> address = invoice.object("print").map(PreferenceRequest::address);
    Optional<LoveCode> donation = invoice.text("donate", LoveCode::new, new LoveCode("168"));
    Optional<ZeroRating> zeroRating =
        invoice.object("zeroRating").map(PreferenceRequest::zeroRating);
    return carrier
        .map(known ->
            invoice.build(
                () -> new InvoicePreference(known, company, address, donation, zeroRating),
                STAND_IN))
        .orElse(STAND_IN);
  }

  /** Empty when its name or number is wrong, which is reported. */
  private static Optional<Carrier> carrier(JsonFields invoice, boolean cards) {
    String name = invoice.requiredText("carrier", "none");
    Optional<String> number = invoice.text("carrierNumber");
    Optional<String> visible = invoice.text("visibleNumber");
    if (visible.isPresent() && !name.startsWith("card_")) {
      invoice.refuse("visibleNumber", "only a card has one");
    }
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
      case "card_easycard" -> card(invoice, PhysicalCard.Kind.EASYCARD, number, visible, cards);
      case "card_ipass" -> card(invoice, PhysicalCard.Kind.IPASS, number, visible, cards);
      default -> {
        invoice.refuse(
            "carrier",
            "one of none, ecpay, citizen_certificate, mobile_barcode"
                + (cards ? ", card_easycard, card_ipass" : ""));
        yield Optional.empty();
      }
    };
  }

  private static Optional<Carrier> card(
      JsonFields invoice,
      PhysicalCard.Kind kind,
      Optional<String> number,
      Optional<String> visible,
      boolean offered) {
    if (!offered) {
      invoice.refuse("carrier", "R-INV-14", "cards are switched off (D-21)");
      return Optional.empty();
    }
    if (number.isEmpty() || visible.isEmpty()) {
      invoice.refuse("carrierNumber", "a card needs its inner carrierNumber and its visibleNumber");
      return Optional.empty();
    }
    return invoice.build(
        () -> Optional.of(new PhysicalCard(kind, number.get(), visible.get())), Optional.empty());
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
