package ecpay.adapter.persistence.document;

import ecpay.adapter.persistence.document.json.Json;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.Carrier.PhysicalCard;
import ecpay.domain.order.Company;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.LoveCode;
import ecpay.domain.order.ZeroRating;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

record PreferenceJson(
    CarrierJson carrier,
    @Nullable CompanyJson company,
    @Nullable String printAddress,
    @Nullable String donation,
    @Nullable ZeroRatingJson zeroRating) {

  static PreferenceJson of(InvoicePreference preference) {
    return new PreferenceJson(
        CarrierJson.of(preference.carrier()),
        preference.company().map(CompanyJson::of).orElse(null),
        preference.printAddress().orElse(null),
        preference.donation().map(LoveCode::value).orElse(null),
        preference.zeroRating().map(ZeroRatingJson::of).orElse(null));
  }

  InvoicePreference preference() {
    return new InvoicePreference(
        carrier.carrier(),
        Optional.ofNullable(company).map(CompanyJson::company),
        Optional.ofNullable(printAddress),
        Optional.ofNullable(donation).map(LoveCode::new),
        Optional.ofNullable(zeroRating).map(ZeroRatingJson::zeroRating));
  }

  /**
   * @param number a card's inner number, too, which must never be printed
   * @param visibleNumber of a card only
   */
  record CarrierJson(String kind, @Nullable String number, @Nullable String visibleNumber) {
    private CarrierJson(String kind, @Nullable String number) {
      this(kind, number, null);
    }

    static CarrierJson of(Carrier carrier) {
      return switch (carrier) {
        case Carrier.None() -> new CarrierJson("NONE", null);
        case Carrier.Ecpay() -> new CarrierJson("ECPAY", null);
        case Carrier.CitizenCertificate(String number) ->
            new CarrierJson("CITIZEN_CERTIFICATE", number);
        case Carrier.MobileBarcode(String code) -> new CarrierJson("MOBILE_BARCODE", code);
        case Carrier.PhysicalCard(PhysicalCard.Kind kind, String hidden, String visible) ->
            new CarrierJson(kind.name(), hidden, visible);
      };
    }

    Carrier carrier() {
      return switch (kind) {
        case "NONE" -> new Carrier.None();
        case "ECPAY" -> new Carrier.Ecpay();
        case "CITIZEN_CERTIFICATE" -> new Carrier.CitizenCertificate(demandNumber());
        case "MOBILE_BARCODE" -> new Carrier.MobileBarcode(demandNumber());
        case "EASYCARD" -> card(PhysicalCard.Kind.EASYCARD);
        case "IPASS" -> card(PhysicalCard.Kind.IPASS);
        default -> throw Json.unknownKind("carrier", kind);
      };
    }

    private Carrier card(PhysicalCard.Kind card) {
      return new PhysicalCard(
          card, demandNumber(), Optional.ofNullable(visibleNumber).orElseThrow());
    }

    private String demandNumber() {
      return Optional.ofNullable(number).orElseThrow();
    }

    /** Without its numbers. */
    @Override
    public String toString() {
      return "CarrierJson[" + kind + "]";
    }
  }

  record CompanyJson(String number, String name) {
    static CompanyJson of(Company company) {
      return new CompanyJson(company.number().value(), company.name());
    }

    Company company() {
      return new Company(new CompanyNumber(number), name);
    }
  }

  record ZeroRatingJson(boolean throughCustoms, int reason) {
    static ZeroRatingJson of(ZeroRating zeroRating) {
      return new ZeroRatingJson(zeroRating.throughCustoms(), zeroRating.reason());
    }

    ZeroRating zeroRating() {
      return new ZeroRating(throughCustoms, reason);
    }
  }
}
