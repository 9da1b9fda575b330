package ecpay.adapter.persistence;

import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Optional;

final class JdbiApiKeys implements ApiKeys {
  private static final String OWNER = "SELECT merchant_id FROM api_key WHERE key_hash = :hash";
  private static final String ADD =
      """
      INSERT INTO api_key (merchant_id, key_hash, created_at) VALUES (:merchant, :hash, :at)
      ON CONFLICT DO NOTHING
      """;
  private static final String ANY =
      "SELECT EXISTS (SELECT 1 FROM api_key WHERE merchant_id = :merchant)";

  private final JdbiTransactions transactions;

  JdbiApiKeys(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<MerchantId> ownerOf(byte[] sha256) {
    return transactions.read(handle ->
        handle
            .createQuery(OWNER)
            .bind("hash", sha256)
            .mapTo(String.class)
            .findOne()
            .map(MerchantId::new));
  }

  @Override
  public void add(MerchantId merchant, byte[] sha256, Instant at) {
    Row.added(
        transactions
            .writing()
            .createUpdate(ADD)
            .bind("merchant", merchant.value())
            .bind("hash", sha256)
            .bind("at", Row.written(at)),
        "this key");
  }

  @Override
  public boolean anyFor(MerchantId merchant) {
    return transactions.read(handle ->
        handle.createQuery(ANY).bind("merchant", merchant.value()).mapTo(Boolean.class).one());
  }
}
