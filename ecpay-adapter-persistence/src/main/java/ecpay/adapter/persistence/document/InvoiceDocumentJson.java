package ecpay.adapter.persistence.document;

import ecpay.adapter.persistence.document.PreferenceJson.ZeroRatingJson;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.invoice.document.TaxType;
import ecpay.domain.invoice.document.Taxation;
import ecpay.domain.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

record InvoiceDocumentJson(
    String relateNumber,
    String customerName,
    @Nullable String email,
    @Nullable String phone,
    PreferenceJson delivery,
    TaxationJson taxation,
    List<ItemJson> items,
    long salesAmount) {

  static InvoiceDocumentJson of(InvoiceDocument document) {
    return new InvoiceDocumentJson(
        document.relateNumber().value(),
        document.customerName(),
        document.email().map(EmailAddress::value).orElse(null),
        document.phone().map(PhoneNumber::value).orElse(null),
        PreferenceJson.of(document.delivery()),
        TaxationJson.of(document.taxation()),
        document.items().stream().map(ItemJson::of).toList(),
        document.salesAmount().twd());
  }

  InvoiceDocument document() {
    return new InvoiceDocument(
        new RelateNumber(relateNumber),
        customerName,
        Optional.ofNullable(email).map(EmailAddress::new),
        Optional.ofNullable(phone).map(PhoneNumber::new),
        delivery.preference(),
        taxation.taxation(),
        items.stream().map(ItemJson::invoiceItem).toList(),
        Money.of(salesAmount));
  }

  record TaxationJson(
      InvoiceType type,
      TaxType tax,
      @Nullable ZeroRatingJson zeroRating,
      @Nullable Integer specialRate) {
    static TaxationJson of(Taxation taxation) {
      OptionalInt rate = taxation.specialRate();
      return new TaxationJson(
          taxation.type(),
          taxation.tax(),
          taxation.zeroRating().map(ZeroRatingJson::of).orElse(null),
          rate.isPresent() ? rate.getAsInt() : null);
    }

    Taxation taxation() {
      return new Taxation(
          type,
          tax,
          Optional.ofNullable(zeroRating).map(ZeroRatingJson::zeroRating),
          specialRate == null ? OptionalInt.empty() : OptionalInt.of(specialRate));
    }
  }
}
