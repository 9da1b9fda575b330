package ecpay.app.bookkeeping;

import ecpay.app.bookkeeping.Column.Text;
import ecpay.app.reading.Times;
import ecpay.domain.bookkeeping.AllowanceEntry;
import ecpay.domain.bookkeeping.Withdrawn;
import java.util.List;
import java.util.stream.Stream;

/** What a line about an allowance shows. */
final class AllowanceColumns {
  static final List<Column<AllowanceEntry>> ALL =
      Stream.of(
              Stream.<Column<AllowanceEntry>>of(
                  new Text<>("折讓單號 Allowance number", entry -> entry.number().value()),
                  new Text<>("開立日期 Date", entry -> Times.day(entry.issuedAt())),
                  new Text<>("開立時間 Time", entry -> Times.timeOfDay(entry.issuedAt())),
                  new Text<>("發票號碼 Invoice number", entry -> entry.invoice().value()),
                  new Text<>("訂單編號 Order reference", entry -> entry.order().value()),
                  new Text<>("同意方式 Consent", entry -> entry.onPaper() ? "紙本 paper" : "線上 online"),
                  new Text<>("買方簽回 Signed", entry -> entry.signed() ? "是 yes" : "否 no")),
              Amounts.<AllowanceEntry>of(AllowanceEntry::split, AllowanceEntry::total),
              Stream.<Column<AllowanceEntry>>of(
                  new Text<>("狀態 State", entry -> Marks.state(entry.voided())),
                  new Text<>(
                      "作廢時間 Voided at", entry -> Marks.time(entry.voided().map(Withdrawn::at))),
                  new Text<>(
                      "作廢原因 Void reason",
                      entry -> entry.voided().map(Withdrawn::reason).orElse(""))))
          .flatMap(columns -> columns)
          .toList();

  private AllowanceColumns() {}
}
