package ecpay.adapter.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceDocument;
import ecpay.domain.invoice.InvoiceItem;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.Taxation;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import java.util.Set;

/** Issues an invoice (invoice-b2c.md section 2). What does not apply is left out. */
record Issue(InvoiceDocument document) implements Operation<IssuedInvoice> {
  /** The RelateNumber is used: an earlier call may have succeeded, so GetIssue must tell. */
  private static final Set<String> USED_BEFORE = Set.of("5070357", "10000009");

  private static final String PRICES_INCLUDE_TAX = "1";

  @Override
  public Host host() {
    return Host.EINVOICE;
  }

  @Override
  public String path() {
    return "/B2CInvoice/Issue";
  }

  @Override
  public void write(ObjectNode data) {
    data.put("RelateNumber", document.relateNumber().value());
    writeCustomer(data);
    writeDelivery(data, document.delivery());
    writeTaxation(data, document.taxation());
    data.put("SalesAmount", document.salesAmount().twd());
    ArrayNode items = data.putArray("Items");
    document.items().forEach(item -> writeItem(items.addObject(), item));
    data.put("vat", PRICES_INCLUDE_TAX);
  }

  private void writeCustomer(ObjectNode data) {
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

  @Override
  public Answer<IssuedInvoice> read(Fields answer) {
    if (USED_BEFORE.contains(answer.rtnCode())) {
      return new Answer.Unknown<>(
          answer.rtnCode() + ", RelateNumber used before: " + answer.rtnMsg(), false);
    }
    return answer.isSuccess() ? new Answer.Accepted<>(issued(answer)) : answer.refusal();
  }

  private static IssuedInvoice issued(Fields answer) {
    return new IssuedInvoice(
        new InvoiceNumber(answer.text("InvoiceNo")),
        answer.requiredTime("InvoiceDate"),
        answer.text("RandomNumber"));
  }
}
