package ecpay.adapter.persistence;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.row.Row.State;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.check.Checked;
import ecpay.domain.check.Checks;
import ecpay.domain.check.Finding;
import ecpay.domain.check.Subject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class JdbiChecks implements Checks {
  private static final List<String> FACTS = List.of("name", "outage_code", "outage_message");
  private static final String KEEP =
      """
      INSERT INTO checked (kind, code, finding, name, outage_code, outage_message, asked_at,
        fresh_until)
      VALUES (:kind, :code, :state, :name, :outage_code, :outage_message, :at, :freshUntil)
      ON CONFLICT (kind, code) DO UPDATE SET finding = excluded.finding, name = excluded.name,
        outage_code = excluded.outage_code, outage_message = excluded.outage_message,
        asked_at = excluded.asked_at, fresh_until = excluded.fresh_until
      """;

  /** Those that somebody else removes or renews meanwhile are left to them, so nobody waits. */
  private static final String FORGET =
      """
      DELETE FROM checked WHERE (kind, code) IN
        (SELECT kind, code FROM checked WHERE fresh_until <= :now
         ORDER BY fresh_until LIMIT 10 FOR UPDATE SKIP LOCKED)
      """;

  private static final String FIND = "SELECT * FROM checked WHERE kind = :kind AND code = :code";

  private final JdbiTransactions transactions;

  JdbiChecks(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Checked> find(Subject subject) {
    return transactions.read(handle ->
        handle
            .createQuery(FIND)
            .bind("kind", subject.kind().name())
            .bind("code", subject.code())
            .map((columns, _) -> {
              Row row = new Row(columns);
              return new Checked(subject, finding(row), row.time("asked_at"));
            })
            .findOne());
  }

  @Override
  public void keep(Checked checked) {
    state(checked.finding())
        .bindTo(
            transactions
                .writing()
                .createUpdate(KEEP)
                .bind("kind", checked.subject().kind().name())
                .bind("code", checked.subject().code())
                .bind("at", written(checked.at()))
                .bind("freshUntil", written(checked.freshUntil())),
            FACTS)
        .execute();
    transactions.writing().createUpdate(FORGET).bind("now", written(checked.at())).execute();
  }

  private static State state(Finding finding) {
    return switch (finding) {
      case Finding.Exists(String name) -> new State("EXISTS").with("name", name);
      case Finding.DoesNotExist() -> new State("DOES_NOT_EXIST");
      case Finding.NothingKnown() -> new State("NOTHING_KNOWN");
      case Finding.Unavailable(String code, String message) ->
          new State("UNAVAILABLE").with("outage_code", code).with("outage_message", message);
    };
  }

  private static Finding finding(Row row) throws SQLException {
    String finding = row.text("finding");
    return switch (finding) {
      case "EXISTS" -> new Finding.Exists(row.text("name"));
      case "DOES_NOT_EXIST" -> new Finding.DoesNotExist();
      case "NOTHING_KNOWN" -> new Finding.NothingKnown();
      case "UNAVAILABLE" ->
          new Finding.Unavailable(row.text("outage_code"), row.text("outage_message"));
      default -> throw Row.unknown("finding", finding);
    };
  }
}
