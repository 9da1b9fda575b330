package ecpay.adapter.persistence;

import ecpay.domain.answer.Delivery;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A row of a result, read by the names of its columns. */
record Row(ResultSet columns) {
  MerchantId merchant() throws SQLException {
    return new MerchantId(text("merchant_id"));
  }

  OrderId order() throws SQLException {
    return new OrderId(text("order_id"));
  }

  String text(String column) throws SQLException {
    return columns.getString(column);
  }

  Optional<String> maybeText(String column) throws SQLException {
    return Optional.ofNullable(columns.getString(column));
  }

  Money money(String column) throws SQLException {
    return Money.of(columns.getLong(column));
  }

  int number(String column) throws SQLException {
    return columns.getInt(column);
  }

  boolean flag(String column) throws SQLException {
    return columns.getBoolean(column);
  }

  Instant time(String column) throws SQLException {
    return columns.getObject(column, OffsetDateTime.class).toInstant();
  }

  Optional<Instant> maybeTime(String column) throws SQLException {
    return Optional.ofNullable(columns.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /**
   * How far a call has come: its kind in the column, its time in {@code _at} and in {@code _flag}
   * whether it is a repeat, or of a lost one whether it may leave again.
   */
  Delivery delivery(String column) throws SQLException {
    String kind = text(column);
    boolean flag = flag(column + "_flag");
    return switch (kind) {
      case "DUE" -> new Delivery.Due(flag);
      case "SENT" -> new Delivery.Sent(time(column + "_at"), flag);
      case "LOST" -> new Delivery.Lost(time(column + "_at"), flag);
      default -> throw unknown("delivery of a change", kind);
    };
  }

  /** How a time is written: in UTC, cut off at the microsecond. */
  static OffsetDateTime written(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** What is told of a row whose state nobody knows: never that it is not there. */
  static IllegalStateException unknown(String what, String value) {
    return new IllegalStateException("the books hold an unknown " + what + ": " + value);
  }
}
