package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.AllowanceItem;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.InvoiceItem;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.invoice.document.TaxType;
import ecpay.domain.invoice.document.Taxation;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.Company;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.LoveCode;
import ecpay.domain.order.ZeroRating;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads an invoice or an allowance back from what was sent, as ECPay would. */
final class SentDocument {
  private SentDocument() {}

  static Optional<String> optional(Fields fields, String name) {
    return fields.object().has(name) ? Optional.of(fields.text(name)) : Optional.empty();
  }

  static InvoiceDocument invoice(ObjectNode sent) {
    Fields data = new Fields(sent);
    Optional<ZeroRating> zeroRating =
        optional(data, "ZeroTaxRateReason")
            .map(reason ->
                new ZeroRating(data.text("ClearanceMark").equals("2"), Integer.parseInt(reason)));
    return new InvoiceDocument(
        new RelateNumber(data.text("RelateNumber")),
        data.text("CustomerName"),
        optional(data, "CustomerEmail").map(EmailAddress::new),
        optional(data, "CustomerPhone").map(PhoneNumber::new),
        delivery(data, zeroRating),
        taxation(data, zeroRating),
        items(sent).map(SentDocument::invoiceItem).toList(),
        data.money("SalesAmount"));
  }

  private static InvoicePreference delivery(Fields data, Optional<ZeroRating> zeroRating) {
    Carrier carrier =
        switch (data.text("CarrierType")) {
          case "" -> new Carrier.None();
          case "1" -> new Carrier.Ecpay();
          case "2" -> new Carrier.CitizenCertificate(data.text("CarrierNum"));
          case "3" -> new Carrier.MobileBarcode(data.text("CarrierNum"));
          default -> throw new AssertionError(data.text("CarrierType"));
        };
    InvoicePreference delivery =
        new InvoicePreference(
            carrier,
            optional(data, "CustomerIdentifier")
                .map(id -> new Company(new CompanyNumber(id), data.text("CustomerName"))),
            optional(data, "CustomerAddr"),
            optional(data, "LoveCode").map(LoveCode::new),
            zeroRating);
    assertThat(data.text("Print")).isEqualTo(delivery.isPrinted() ? "1" : "0");
    assertThat(data.text("Donation")).isEqualTo(delivery.donation().isPresent() ? "1" : "0");
    return delivery;
  }

  private static Taxation taxation(Fields data, Optional<ZeroRating> zeroRating) {
    return new Taxation(
        Stream.of(InvoiceType.values())
            .filter(type -> type.code().equals(data.text("InvType")))
            .findFirst()
            .orElseThrow(),
        Stream.of(TaxType.values())
            .filter(type -> data.text("TaxType").equals("" + type.code()))
            .findFirst()
            .orElseThrow(),
        zeroRating,
        data.whole("SpecialTaxType").isPresent()
            ? OptionalInt.of((int) data.whole("SpecialTaxType").getAsLong())
            : OptionalInt.empty());
  }

  /** The document, with the sender's part of the invoice, which is not sent. */
  static AllowanceDocument allowance(AllowanceDocument known, ObjectNode sent) {
    Fields data = new Fields(sent);
    assertThat(data.text("InvoiceNo")).isEqualTo(known.invoice().number().value());
    assertThat(data.text("InvoiceDate")).isEqualTo(known.invoice().issuedOn().toString());
    return new AllowanceDocument(
        known.invoice(),
        known.consent(),
        optional(data, "CustomerName"),
        data.money("AllowanceAmount"),
        items(sent).map(SentDocument::allowanceItem).toList());
  }

  private static Stream<Fields> items(ObjectNode sent) {
    return new Fields(sent).list("Items").stream();
  }

  private static InvoiceItem invoiceItem(Fields item) {
    return new InvoiceItem(
        (int) item.whole("ItemSeq").orElseThrow(),
        item.text("ItemName"),
        new Quantity(number(item, "ItemCount")),
        item.text("ItemWord"),
        new UnitPrice(number(item, "ItemPrice")),
        taxKind(item),
        number(item, "ItemAmount"));
  }

  private static AllowanceItem allowanceItem(Fields item) {
    return new AllowanceItem(
        (int) item.whole("ItemSeq").orElseThrow(),
        item.text("ItemName"),
        new Quantity(number(item, "ItemCount")),
        item.text("ItemWord"),
        new UnitPrice(number(item, "ItemPrice")),
        taxKind(item),
        number(item, "ItemAmount"));
  }

  private static Optional<TaxKind> taxKind(Fields item) {
    return Stream.of(TaxKind.values())
        .filter(kind -> item.text("ItemTaxType").equals("" + kind.code()))
        .findFirst();
  }

  /** Numbers are JSON numbers, never text. */
  private static BigDecimal number(Fields item, String name) {
    JsonNode value = item.object().get(name);
    assertThat(value.isNumber()).isTrue();
    return plain(new BigDecimal(value.asText()));
  }

  /** Two amounts that differ in trailing zeros only are the same amount. */
  private static BigDecimal plain(BigDecimal amount) {
    return new BigDecimal(amount.stripTrailingZeros().toPlainString());
  }

  static InvoiceDocument plain(InvoiceDocument document) {
    List<InvoiceItem> items =
        document.items().stream()
            .map(item ->
                new InvoiceItem(
                    item.sequence(),
                    item.name(),
                    item.count(),
                    item.unit(),
                    item.price(),
                    item.tax(),
                    plain(item.amount())))
            .toList();
    return new InvoiceDocument(
        document.relateNumber(),
        document.customerName(),
        document.email(),
        document.phone(),
        document.delivery(),
        document.taxation(),
        items,
        Money.of(document.salesAmount().twd()));
  }

  static AllowanceDocument plain(AllowanceDocument document) {
    List<AllowanceItem> items =
        document.items().stream()
            .map(item ->
                new AllowanceItem(
                    item.sequence(),
                    item.name(),
                    item.count(),
                    item.unit(),
                    item.price(),
                    item.tax(),
                    plain(item.amount())))
            .toList();
    return new AllowanceDocument(
        document.invoice(), document.consent(), document.customerName(), document.amount(), items);
  }
}
