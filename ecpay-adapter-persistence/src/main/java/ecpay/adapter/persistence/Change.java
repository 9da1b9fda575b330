package ecpay.adapter.persistence;

import org.jdbi.v3.core.statement.Update;

/** Statements that must change exactly one row. */
final class Change {
  private Change() {}

  /** Executes an insert that does nothing on a conflict, and refuses a conflict. */
  static void added(Update insert, String what) {
    if (insert.execute() != 1) {
      throw new IllegalStateException(what + " is in the books already");
    }
  }

  /** Executes an update, and refuses one that found nothing. */
  static void saved(Update update, String what) {
    if (update.execute() != 1) {
      throw new IllegalStateException(what + " is not in the books");
    }
  }
}
