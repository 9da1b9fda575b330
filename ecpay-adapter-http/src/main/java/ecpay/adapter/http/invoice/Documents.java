package ecpay.adapter.http.invoice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.InvoiceItem;
import ecpay.domain.invoice.document.Taxation;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import java.util.Set;

/**
 * What every operation says that issues an invoice, now or later, and what they answer
 * (invoice-b2c.md section 2). What does not apply is left out.
 */
final class Documents {
  /** The RelateNumber is used: an earlier call may have succeeded. */
  private static final Set<String> USED_BEFORE = Set.of("5070357", "10000009");

  private static final String PRICES_INCLUDE_TAX = "1";
  private static final int RANDOM_DIGITS = 4;

  private Documents() {}

  static void write(ObjectNode data, InvoiceDocument document) {
    data.put("RelateNumber", document.relateNumber().value());
    writeCustomer(data, document);
    writeDelivery(data, document.delivery());
    writeTaxation(data, document.taxation());
    data.put("SalesAmount", document.salesAmount().twd());
    ArrayNode items = data.putArray("Items");
    document.items().forEach(item -> writeItem(items.addObject(), item));
    data.put("vat", PRICES_INCLUDE_TAX);
  }

  private static void writeCustomer(ObjectNode data, InvoiceDocument document) {
    InvoicePreference delivery = document.delivery();
    delivery
        .company()
        .ifPresent(company -> data.put("CustomerIdentifier", company.number().value()));
    data.put("CustomerName", document.customerName());
    delivery.printAddress().ifPresent(address -> data.put("CustomerAddr", address));
    document.phone().ifPresent(phone -> data.put("CustomerPhone", phone.value()));
    document.email().ifPresent(email -> data.put("CustomerEmail", email.value()));
  }

  private static void writeDelivery(ObjectNode data, InvoicePreference delivery) {
    data.put("Print", flag(delivery.isPrinted()));
    data.put("Donation", flag(delivery.donation().isPresent()));
    delivery.donation().ifPresent(charity -> data.put("LoveCode", charity.value()));
    switch (delivery.carrier()) {
      case Carrier.None() -> data.put("CarrierType", "");
      case Carrier.Ecpay() -> data.put("CarrierType", "1");
      case Carrier.CitizenCertificate(String number) ->
          data.put("CarrierType", "2").put("CarrierNum", number);
      case Carrier.MobileBarcode(String code) ->
          data.put("CarrierType", "3").put("CarrierNum", code);
      // D-21.
      case Carrier.PhysicalCard(var kind, String hiddenId, String visibleId) ->
          data.put("CarrierType", kind.code())
              .put("CarrierNum", hiddenId)
              .put("CarrierNum2", visibleId);
    }
  }

  private static void writeTaxation(ObjectNode data, Taxation taxation) {
    data.put("InvType", taxation.type().code());
    data.put("TaxType", Integer.toString(taxation.tax().code()));
    taxation
        .zeroRating()
        .ifPresent(zero ->
            data.put("ClearanceMark", zero.throughCustoms() ? "2" : "1")
                .put("ZeroTaxRateReason", Integer.toString(zero.reason())));
    taxation.specialRate().ifPresent(rate -> data.put("SpecialTaxType", rate));
  }

  private static void writeItem(ObjectNode data, InvoiceItem item) {
    data.put("ItemSeq", item.sequence());
    data.put("ItemName", item.name());
    data.put("ItemCount", item.count().value());
    data.put("ItemWord", item.unit());
    data.put("ItemPrice", item.price().value());
    item.tax().ifPresent(tax -> data.put("ItemTaxType", Integer.toString(tax.code())));
    data.put("ItemAmount", item.amount().stripTrailingZeros());
  }

  private static String flag(boolean yes) {
    return yes ? "1" : "0";
  }

  /** Whether ECPay has seen the RelateNumber before. */
  static boolean wasUsedBefore(Fields answer) {
    return USED_BEFORE.contains(answer.rtnCode());
  }

  /** The invoice that an operation has issued. */
  static IssuedInvoice issued(Fields answer) {
    return issued(answer, "InvoiceNo", "InvoiceDate", "RandomNumber");
  }

  /** The invoice that these fields name. */
  static IssuedInvoice issued(Fields answer, String number, String date, String random) {
    return new IssuedInvoice(
        new InvoiceNumber(answer.text(number)),
        answer.requiredTime(date),
        answer.digits(random, RANDOM_DIGITS));
  }
}
