package ecpay.sandbox.aio.file;

import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.card.CloseRecord;
import ecpay.sandbox.ledger.trade.Fees;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of FundingReconDetail (payments-aio.md section 7). */
sealed interface FundingRow {
  List<Object> cells();

  /** The bookings numbered day by day, and behind each day its sums. */
  static List<FundingRow> of(Stream<Booking> bookings) {
    var days =
        bookings.collect(Collectors.groupingBy(Booking::day, TreeMap::new, Collectors.toList()));
    var rows = new ArrayList<FundingRow>();
    long serial = 0;
    for (var day : days.values()) {
      for (var booking : day) {
        rows.add(new Line(++serial, booking));
      }
      rows.add(DaySum.of(day));
    }
    return rows;
  }

  /** A capture or a refund that the bank has booked. */
  record Booking(Authorization authorization, CloseRecord close) {
    LocalDate day() {
      return close.at().toLocalDate();
    }
  }

  record Line(long serial, Booking booking) implements FundingRow {
    private static final DateTimeFormatter DAY =
        DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    @Override
    public List<Object> cells() {
      var authorization = booking.authorization();
      var close = booking.close();
      var fee = Fees.of(close.amount());
      return List.of(
          serial,
          authorization.gwsr(),
          authorization.authCode(),
          authorization.charge().merchantTradeNo(),
          authorization.authorizedAt().format(DAY),
          close.at().format(DAY),
          close.amount(),
          fee + "(2.75%)",
          BigDecimal.valueOf(close.amount()).subtract(fee));
    }
  }

  /** What a day comes to; the word stands in the column before the amounts. */
  record DaySum(long amount, BigDecimal fee) implements FundingRow {
    static DaySum of(List<Booking> day) {
      long amount = 0;
      var fee = BigDecimal.ZERO;
      for (var booking : day) {
        amount += booking.close().amount();
        fee = fee.add(Fees.of(booking.close().amount()));
      }
      return new DaySum(amount, fee);
    }

    @Override
    public List<Object> cells() {
      return List.of(
          "", "", "", "", "", "每日小計:", amount, fee, BigDecimal.valueOf(amount).subtract(fee));
    }
  }
}
