package ecpay.adapter.persistence;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.merchant.ApiKey;
import ecpay.domain.merchant.ApiKey.Withdrawal;
import ecpay.domain.merchant.ApiKeyId;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

final class JdbiApiKeys implements ApiKeys {
  private static final String BEARING = "SELECT * FROM api_key WHERE key_hash = :hash";
  private static final String FIND =
      "SELECT * FROM api_key WHERE merchant_id = :merchant AND id = :id";
  private static final String GOOD =
      """
      SELECT * FROM api_key WHERE merchant_id = :merchant AND withdrawn_at IS NULL
      ORDER BY created_at, id
      """;
  private static final String WITHDRAWN =
      """
      SELECT * FROM api_key WHERE merchant_id = :merchant AND withdrawn_at IS NOT NULL
      ORDER BY withdrawn_at DESC, id DESC LIMIT :most
      """;

  private static final String ADD =
      """
      INSERT INTO api_key (merchant_id, id, key_hash, name, created_at, added_by)
      VALUES (:merchant, :id, :hash, :name, :at, :by)
      ON CONFLICT DO NOTHING
      """;
  private static final String WITHDRAW =
      """
      UPDATE api_key SET key_hash = NULL, withdrawn_at = :at, withdrawn_by = :by
      WHERE merchant_id = :merchant AND id = :id AND withdrawn_at IS NULL
      """;

  private final JdbiTransactions transactions;

  JdbiApiKeys(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<ApiKey> bearing(byte[] sha256) {
    return transactions.read(
        handle -> keys(handle.createQuery(BEARING).bind("hash", sha256)).stream().findFirst());
  }

  @Override
  public Optional<ApiKey> find(MerchantId merchant, ApiKeyId id) {
    return transactions.read(handle ->
        keys(handle.createQuery(FIND).bind("merchant", merchant.value()).bind("id", id.value()))
            .stream()
            .findFirst());
  }

  @Override
  public List<ApiKey> good(MerchantId merchant) {
    return transactions.read(
        handle -> keys(handle.createQuery(GOOD).bind("merchant", merchant.value())));
  }

  @Override
  public List<ApiKey> withdrawn(MerchantId merchant, int most) {
    return transactions.read(handle ->
        keys(handle.createQuery(WITHDRAWN).bind("merchant", merchant.value()).bind("most", most)));
  }

  @Override
  public void lock(MerchantId merchant) {
    transactions.lock("api_key", merchant.value());
  }

  @Override
  public void add(ApiKey key, byte[] sha256) {
    Row.added(
        transactions
            .writing()
            .createUpdate(ADD)
            .bind("merchant", key.merchant().value())
            .bind("id", key.id().value())
            .bind("hash", sha256)
            .bind("name", key.name())
            .bind("at", written(key.addedAt()))
            .bind("by", key.addedBy().map(ApiKeyId::value).orElse(null)),
        "this key");
  }

  @Override
  public void withdraw(MerchantId merchant, ApiKeyId id, Withdrawal end) {
    Row.saved(
        transactions
            .writing()
            .createUpdate(WITHDRAW)
            .bind("merchant", merchant.value())
            .bind("id", id.value())
            .bind("at", written(end.at()))
            .bind("by", end.by().map(ApiKeyId::value).orElse(null)),
        "a good key " + id);
  }

  private static List<ApiKey> keys(Query query) {
    return query.map((columns, _) -> key(columns)).list();
  }

  private static ApiKey key(ResultSet columns) throws SQLException {
    Row row = new Row(columns);
    Optional<ApiKeyId> withdrawnBy = row.maybeText("withdrawn_by").map(ApiKeyId::new);
    return new ApiKey(
        row.merchant(),
        new ApiKeyId(row.text("id")),
        row.text("name"),
        row.time("created_at"),
        row.maybeText("added_by").map(ApiKeyId::new),
        row.maybeTime("withdrawn_at").map(at -> new Withdrawal(at, withdrawnBy)));
  }
}
