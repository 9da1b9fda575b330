package ecpay.adapter.persistence.journal;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.inbox.Inbox;
import ecpay.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Arrays;
import org.jdbi.v3.core.statement.SqlStatement;

final class JdbiInbox implements Inbox {
  static final int MOST_REFUSED = 1_000;
  private static final int MOST_REFUSED_BYTES = 4096;
  private static final String KEEP =
      """
      INSERT INTO inbox (merchant_id, callback, subject, result_code, ecpay_number, body,
        received_at)
      VALUES (:merchant, :callback, :subject, :resultCode, :ecpayNumber, :body, :at)
      ON CONFLICT DO NOTHING
      """;
  private static final String IS_KEPT =
      """
      SELECT EXISTS (SELECT 1 FROM inbox
        WHERE merchant_id = :merchant AND callback = :callback AND subject = :subject
          AND result_code = :resultCode AND ecpay_number = :ecpayNumber)
      """;
  private static final String KEEP_REFUSED =
      """
      INSERT INTO refused_notice (merchant_id, entry, callback, reason, body, body_hash,
        received_at)
      VALUES (:merchant, nextval('refused_notice_entry'), :callback, :reason, :body,
        sha256(:whole), :at)
      ON CONFLICT (merchant_id, callback, reason, body_hash) DO UPDATE
      SET entry = excluded.entry, received_at = excluded.received_at
      """;
  private static final String FORGET_REFUSED =
      """
      DELETE FROM refused_notice WHERE merchant_id = :merchant AND entry <= (
        SELECT entry FROM refused_notice WHERE merchant_id = :merchant
        ORDER BY entry DESC OFFSET :most LIMIT 1)
      """;

  private final JdbiTransactions transactions;
  private final int mostRefused;

  /**
   * @param mostRefused how many refused notices of a merchant are kept; older ones go
   */
  JdbiInbox(JdbiTransactions transactions, int mostRefused) {
    this.transactions = transactions;
    this.mostRefused = mostRefused;
  }

  @Override
  public boolean keep(Meaning meaning, byte[] body, Instant at) {
    return named(transactions.writing().createUpdate(KEEP), meaning)
            .bind("body", body)
            .bind("at", written(at))
            .execute()
        == 1;
  }

  @Override
  public boolean isKept(Meaning meaning) {
    return named(transactions.writing().createQuery(IS_KEPT), meaning).mapTo(Boolean.class).one();
  }

  private static <S extends SqlStatement<S>> S named(S statement, Meaning meaning) {
    return statement
        .bind("merchant", meaning.merchant().value())
        .bind("callback", meaning.callback())
        .bind("subject", meaning.subject())
        .bind("resultCode", meaning.resultCode())
        .bind("ecpayNumber", meaning.ecpayNumber());
  }

  @Override
  public void keepRefused(
      MerchantId merchant, String callback, String reason, byte[] body, Instant at) {
    transactions
        .writing()
        .createUpdate(KEEP_REFUSED)
        .bind("merchant", merchant.value())
        .bind("callback", callback)
        .bind("reason", reason)
        .bind("body", Arrays.copyOf(body, Math.min(body.length, MOST_REFUSED_BYTES)))
        .bind("whole", body)
        .bind("at", written(at))
        .execute();
    transactions
        .writing()
        .createUpdate(FORGET_REFUSED)
        .bind("merchant", merchant.value())
        .bind("most", mostRefused)
        .execute();
  }
}
