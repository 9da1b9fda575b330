package ecpay.adapter.persistence.document;

import ecpay.domain.allowance.document.AllowableInvoice;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.money.Money;
import ecpay.domain.money.TaxKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record AllowanceDocumentJson(
    InvoiceJson invoice,
    ConsentJson consent,
    @Nullable String customerName,
    long amount,
    List<ItemJson> items) {

  static AllowanceDocumentJson of(AllowanceDocument document) {
    return new AllowanceDocumentJson(
        InvoiceJson.of(document.invoice()),
        ConsentJson.of(document.consent()),
        document.customerName().orElse(null),
        document.amount().twd(),
        document.items().stream().map(ItemJson::of).toList());
  }

  AllowanceDocument document() {
    return new AllowanceDocument(
        invoice.invoice(),
        consent.consent(),
        Optional.ofNullable(customerName),
        Money.of(amount),
        items.stream().map(ItemJson::allowanceItem).toList());
  }

  record InvoiceJson(
      String number, String issuedOn, long total, List<TaxKind> taxKinds, boolean mixed) {
    static InvoiceJson of(AllowableInvoice invoice) {
      return new InvoiceJson(
          invoice.number().value(),
          invoice.issuedOn().toString(),
          invoice.total().twd(),
          invoice.taxKinds().stream().sorted().toList(),
          invoice.mixed());
    }

    AllowableInvoice invoice() {
      return new AllowableInvoice(
          new InvoiceNumber(number),
          LocalDate.parse(issuedOn),
          Money.of(total),
          Set.copyOf(taxKinds),
          mixed);
    }
  }
}
