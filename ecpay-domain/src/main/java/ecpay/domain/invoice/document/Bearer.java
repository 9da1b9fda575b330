package ecpay.domain.invoice.document;

import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.LoveCode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who an invoice is for and how it reaches them, in ECPay's own words (the IIS fields); empty where
 * there is nothing.
 *
 * @param identifier the company number
 * @param carrierType 1 to 5; a card's inner number is never told
 */
public record Bearer(
    String identifier,
    String name,
    String address,
    String phone,
    String email,
    String carrierType,
    String carrierNumber,
    String loveCode,
    boolean printed) {

  /** What ECPay's books will show of that document. */
  public static Bearer of(InvoiceDocument document) {
    InvoicePreference delivery = document.delivery();
    return new Bearer(
        delivery.company().map(company -> company.number().value()).orElse(""),
        document.customerName(),
        delivery.printAddress().orElse(""),
        document.phone().map(PhoneNumber::value).orElse(""),
        document.email().map(EmailAddress::value).orElse(""),
        carrierType(delivery.carrier()),
        carrierNumber(delivery.carrier()),
        delivery.donation().map(LoveCode::value).orElse(""),
        delivery.isPrinted());
  }

  private static String carrierType(Carrier carrier) {
    return switch (carrier) {
      case Carrier.None() -> "";
      case Carrier.Ecpay() -> "1";
      case Carrier.CitizenCertificate(String _) -> "2";
      case Carrier.MobileBarcode(String _) -> "3";
      case Carrier.PhysicalCard card -> card.kind().code();
    };
  }

  private static String carrierNumber(Carrier carrier) {
    return switch (carrier) {
      case Carrier.CitizenCertificate(String number) -> number;
      case Carrier.MobileBarcode(String code) -> code;
      case Carrier.None(), Carrier.Ecpay(), Carrier.PhysicalCard _ -> "";
    };
  }

  /** Whether it is the same one but for the email, which another may stand in for (R-INV-36). */
  public boolean isLike(Bearer other) {
    return withoutEmail().equals(other.withoutEmail());
  }

  private Bearer withoutEmail() {
    return new Bearer(
        identifier, name, address, phone, "", carrierType, carrierNumber, loveCode, printed);
  }

  /** Which of two documents ECPay's books show, told from what differs between them. */
  public enum Shown {
    BEFORE,
    AFTER,
    NEITHER
  }

  /** Which one this is, when {@code after} was to take the place of {@code before}. */
  public Shown tell(Bearer before, Bearer after) {
    if (agreesWhereTheyDiffer(after, before)) {
      return Shown.AFTER;
    }
    return agreesWhereTheyDiffer(before, after) ? Shown.BEFORE : Shown.NEITHER;
  }

  private boolean agreesWhereTheyDiffer(Bearer one, Bearer other) {
    List<String> ours = one.fields();
    List<String> theirs = other.fields();
    List<String> shown = fields();
    return IntStream.range(0, shown.size())
        .filter(i -> !ours.get(i).equals(theirs.get(i)))
        .allMatch(i -> shown.get(i).equals(ours.get(i)));
  }

  private List<String> fields() {
    return List.of(
        identifier,
        name,
        address,
        phone,
        email,
        carrierType,
        carrierNumber,
        loveCode,
        Boolean.toString(printed));
  }
}
