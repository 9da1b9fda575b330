package ecpay.adapter.persistence;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Update;

/**
 * The state of an aggregate as its row shows it.
 *
 * @param name value of the column {@code state}
 * @param facts the columns that belong to this state; all others become empty
 */
record State(String name, Map<String, Object> facts) {
  State {
    facts = Map.copyOf(facts);
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
