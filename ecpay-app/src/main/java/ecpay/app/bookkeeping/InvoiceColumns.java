package ecpay.app.bookkeeping;

import ecpay.app.bookkeeping.Column.Text;
import ecpay.app.reading.Times;
import ecpay.domain.bookkeeping.InvoiceEntry;
import ecpay.domain.bookkeeping.Withdrawn;
import ecpay.domain.invoice.document.TaxType;
import java.util.List;
import java.util.stream.Stream;

/** What a line about an invoice shows. */
final class InvoiceColumns {
  static final List<Column<InvoiceEntry>> ALL =
      Stream.of(
              Stream.<Column<InvoiceEntry>>of(
                  new Text<>("發票號碼 Invoice number", entry -> entry.number().value()),
                  new Text<>("開立日期 Date", entry -> Times.day(entry.issuedAt())),
                  new Text<>("開立時間 Time", entry -> Times.timeOfDay(entry.issuedAt())),
                  new Text<>("隨機碼 Random number", InvoiceEntry::randomNumber),
                  new Text<>("訂單編號 Order reference", entry -> entry.order().value()),
                  new Text<>("統一編號 Company number", InvoiceEntry::companyNumber),
                  new Text<>("課稅別 Tax type", entry -> word(entry.taxType()))),
              Amounts.<InvoiceEntry>of(InvoiceEntry::split, InvoiceEntry::total),
              Stream.<Column<InvoiceEntry>>of(
                  new Text<>("狀態 State", entry -> Marks.state(entry.voided())),
                  new Text<>(
                      "作廢時間 Voided at", entry -> Marks.time(entry.voided().map(Withdrawn::at))),
                  new Text<>(
                      "作廢原因 Void reason",
                      entry -> entry.voided().map(Withdrawn::reason).orElse("")),
                  new Text<>("上傳時間 Uploaded at", entry -> Marks.time(entry.uploadedAt()))))
          .flatMap(columns -> columns)
          .toList();

  private InvoiceColumns() {}

  private static String word(TaxType type) {
    return switch (type) {
      case TAXABLE -> "應稅 taxable";
      case ZERO_RATED -> "零稅率 zero-rated";
      case EXEMPT -> "免稅 exempt";
      case SPECIAL_RATE -> "特種稅率 special rate";
      case MIXED -> "混合 mixed";
    };
  }
}
