package ecpay.adapter.persistence;

import static ecpay.adapter.persistence.Row.written;

import ecpay.domain.answer.Delivery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/**
 * The state of an aggregate as its row shows it: its name and the columns that belong to it. All
 * other columns of states become empty.
 */
final class State {
  private final String name;
  private final Map<String, Object> facts = new HashMap<>();

  /**
   * @param name value of the column {@code state}
   */
  State(String name) {
    this.name = name;
  }

  State with(String column, Object fact) {
    facts.put(column, fact);
    return this;
  }

  State at(String column, Instant time) {
    return with(column, written(time));
  }

  State at(String column, Optional<Instant> time) {
    return time.map(known -> at(column, known)).orElse(this);
  }

  /** In the columns that {@link Row#delivery} reads. */
  State delivered(String column, Delivery delivery) {
    return switch (delivery) {
      case Delivery.Due(boolean repeat) -> with(column, "DUE").with(column + "_flag", repeat);
      case Delivery.Sent(Instant at, boolean repeat) ->
          with(column, "SENT").at(column + "_at", at).with(column + "_flag", repeat);
      case Delivery.Lost(Instant at, boolean resendable) ->
          with(column, "LOST").at(column + "_at", at).with(column + "_flag", resendable);
    };
  }

  /** Binds the state and every column in which some state keeps a fact. */
  Update bindTo(Update update, List<String> factColumns) {
    update.bind("state", name);
    for (String column : factColumns) {
      update.bind(column, facts.get(column));
    }
    return update;
  }
}
