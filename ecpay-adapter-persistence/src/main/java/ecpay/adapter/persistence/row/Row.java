package ecpay.adapter.persistence.row;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/**
 * A row of a table: what a result's columns mean, and how a row is written. A statement that must
 * change one row refuses to change none.
 */
public record Row(ResultSet columns) {
  public MerchantId merchant() throws SQLException {
    return new MerchantId(text("merchant_id"));
  }

  public OrderId order() throws SQLException {
    return new OrderId(text("order_id"));
  }

  public String text(String column) throws SQLException {
    return columns.getString(column);
  }

  public Optional<String> maybeText(String column) throws SQLException {
    return Optional.ofNullable(columns.getString(column));
  }

  public Money money(String column) throws SQLException {
    return Money.of(columns.getLong(column));
  }

  public int number(String column) throws SQLException {
    return columns.getInt(column);
  }

  public boolean flag(String column) throws SQLException {
    return columns.getBoolean(column);
  }

  public Instant time(String column) throws SQLException {
    return columns.getObject(column, OffsetDateTime.class).toInstant();
  }

  public Optional<Instant> maybeTime(String column) throws SQLException {
    return Optional.ofNullable(columns.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /**
   * How far a call has come: its kind in the column, its time in {@code _at} and in {@code _flag}
   * whether it is a repeat, or of a lost one whether it may leave again.
   */
  public Delivery delivery(String column) throws SQLException {
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
  public static OffsetDateTime written(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** What is told of a row whose state nobody knows: never that it is not there. */
  public static IllegalStateException unknown(String what, String value) {
    return new IllegalStateException("the books hold an unknown " + what + ": " + value);
  }

  /** Executes an insert that does nothing on a conflict, and refuses a conflict. */
  public static void added(Update insert, String what) {
    if (insert.execute() != 1) {
      throw new IllegalStateException(what + " is in the books already");
    }
  }

  /** Executes an update, and refuses one that found nothing. */
  public static void saved(Update update, String what) {
    if (update.execute() != 1) {
      throw new IllegalStateException(what + " is not in the books");
    }
  }

  /**
   * The state of an aggregate as its row shows it: its name and the columns that belong to it. All
   * other columns of states become empty.
   */
  public static final class State {
    private final String name;
    private final Map<String, Object> facts = new HashMap<>();

    /**
     * @param name value of the column {@code state}
     */
    public State(String name) {
      this.name = name;
    }

    public State with(String column, Object fact) {
      facts.put(column, fact);
      return this;
    }

    public State at(String column, Instant time) {
      return with(column, written(time));
    }

    public State at(String column, Optional<Instant> time) {
      return time.map(known -> at(column, known)).orElse(this);
    }

    /** In the columns that {@link Row#delivery} reads. */
    public State delivered(String column, Delivery delivery) {
      return switch (delivery) {
        case Delivery.Due(boolean repeat) -> with(column, "DUE").with(column + "_flag", repeat);
        case Delivery.Sent(Instant at, boolean repeat) ->
            with(column, "SENT").at(column + "_at", at).with(column + "_flag", repeat);
        case Delivery.Lost(Instant at, boolean resendable) ->
            with(column, "LOST").at(column + "_at", at).with(column + "_flag", resendable);
      };
    }

    /** Binds the state and every column in which some state keeps a fact. */
    public Update bindTo(Update update, List<String> factColumns) {
      update.bind("state", name);
      for (String column : factColumns) {
        update.bind(column, facts.get(column));
      }
      return update;
    }
  }
}
