package ecpay.adapter.persistence;

import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.boundcard.SealedCardId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Brings the ids of all bound cards under the current key, a few at a time. */
final class JdbiCardKeys implements PersistenceModule.CardKeys {
  private static final int BATCH = 200;

  private static final String OF_OTHER_KEYS =
      """
      SELECT id, bind_card_id, bind_card_key FROM bound_card
      WHERE bind_card_id IS NOT NULL AND bind_card_key IS DISTINCT FROM :key AND id > :after
      ORDER BY id LIMIT :batch FOR UPDATE
      """;
  private static final String SEAL =
      "UPDATE bound_card SET bind_card_id = :sealed, bind_card_key = :key WHERE id = :id";

  private final JdbiTransactions transactions;
  private final CardSafe safe;
  private final Optional<String> current;

  /**
   * @param current name of the key that seals
   */
  JdbiCardKeys(JdbiTransactions transactions, CardSafe safe, Optional<String> current) {
    this.transactions = transactions;
    this.safe = safe;
    this.current = current;
  }

  private record Kept(CardId card, SealedCardId sealed) {
    static Kept of(ResultSet columns, StatementContext context) throws SQLException {
      return new Kept(new CardId(columns.getString("id")), JdbiCardKeys.sealed(columns));
    }
  }

  /** The sealed id of a row of {@code bound_card}. */
  static SealedCardId sealed(ResultSet columns) throws SQLException {
    return new SealedCardId(
        Objects.requireNonNullElse(columns.getString("bind_card_key"), ""),
        Base64.getEncoder().encodeToString(columns.getBytes("bind_card_id")));
  }

  @Override
  public Sealed sealAnew() {
    int anew = 0;
    int locked = 0;
    String after = "";
    while (true) {
      String from = after;
      List<Kept> batch = transactions.inTransaction(() -> sealAfter(from));
      if (batch.isEmpty()) {
        return new Sealed(anew, locked);
      }
      int opened = (int) batch.stream().filter(this::isOpen).count();
      anew += current.isPresent() ? opened : 0;
      locked += batch.size() - opened;
      after = batch.getLast().card.value();
    }
  }

  private boolean isOpen(Kept kept) {
    return safe.open(kept.card, kept.sealed).isPresent();
  }

  /** The next cards as they were found; those that can be opened are sealed anew. */
  private List<Kept> sealAfter(String after) {
    List<Kept> found =
        transactions
            .writing()
            .createQuery(OF_OTHER_KEYS)
            .bind("key", current.orElse(""))
            .bind("after", after)
            .bind("batch", BATCH)
            .map(Kept::of)
            .list();
    if (safe.canSeal()) {
      found.forEach(kept ->
          safe.open(kept.card, kept.sealed)
              .map(id -> safe.seal(kept.card, id))
              .ifPresent(sealed -> seal(kept.card, sealed)));
    }
    return found;
  }

  private void seal(CardId card, SealedCardId sealed) {
    transactions
        .writing()
        .createUpdate(SEAL)
        .bind("sealed", Base64.getDecoder().decode(sealed.text()))
        .bind("key", sealed.key())
        .bind("id", card.value())
        .execute();
  }
}
