package ecpay.adapter.persistence;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.document.Documents;
import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.track.SeenTracks;
import ecpay.domain.track.Term;
import ecpay.domain.track.Tracks;
import java.util.Optional;

final class JdbiTracks implements Tracks {
  /** Writes the row, so that it is held whether or not it was there. */
  private static final String LOCK =
      """
      INSERT INTO track_lock (merchant_id) VALUES (:merchant)
      ON CONFLICT (merchant_id) DO UPDATE SET merchant_id = excluded.merchant_id
      """;

  private static final String SAVE =
      """
      INSERT INTO seen_tracks (merchant_id, roc_year, term, document, seen_at)
      VALUES (:merchant, :year, :term, cast(:document AS jsonb), :at)
      ON CONFLICT (merchant_id, roc_year, term)
        DO UPDATE SET document = excluded.document, seen_at = excluded.seen_at
      """;
  private static final String FIND =
      """
      SELECT * FROM seen_tracks
      WHERE merchant_id = :merchant AND roc_year = :year AND term = :term
      """;

  private final JdbiTransactions transactions;

  JdbiTracks(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void lock(MerchantId merchant) {
    transactions.writing().createUpdate(LOCK).bind("merchant", merchant.value()).execute();
    transactions.holdsTracks(merchant);
  }

  @Override
  public void save(SeenTracks seen) {
    Term term = seen.stock().term();
    transactions
        .writingTracks(seen.merchant())
        .createUpdate(SAVE)
        .bind("merchant", seen.merchant().value())
        .bind("year", term.rocYear())
        .bind("term", term.number())
        .bind("document", Documents.write(seen))
        .bind("at", written(seen.at()))
        .execute();
  }

  @Override
  public Optional<SeenTracks> find(MerchantId merchant, Term term) {
    return transactions.read(handle ->
        handle
            .createQuery(FIND)
            .bind("merchant", merchant.value())
            .bind("year", term.rocYear())
            .bind("term", term.number())
            .map((columns, _) -> {
              Row row = new Row(columns);
              return Documents.seenTracks(
                  row.text("document"), merchant, term, row.time("seen_at"));
            })
            .findOne());
  }
}
