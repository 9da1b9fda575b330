package ecpay.app.access;

import ecpay.domain.merchant.ApiKey;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.usecase.KeyBooks;
import ecpay.domain.transaction.Transactions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that are made at the machine, for whoever has none. */
public final class OperatorKeys {
  private final Transactions transactions;
  private final KeyBooks books;

  public OperatorKeys(Transactions transactions, KeyBooks books) {
    this.transactions = transactions;
    this.books = books;
  }

  /**
   * Creates the first key of each merchant that has none. They are shown only now, and valid only
   * if every one could be kept in its file.
   */
  public Map<MerchantId, String> createFirst(Map<MerchantId, ApiKeyFile> files) {
    return transactions.inTransaction(() -> {
      // Always in the same sequence, so that no two nodes wait for each other.
      List<MerchantId> without =
          files.keySet().stream()
              .sorted(Comparator.comparing(MerchantId::value))
              .filter(merchant -> books.locked(merchant).isEmpty())
              .toList();
      Map<MerchantId, String> created = new LinkedHashMap<>();
      files.forEach((merchant, file) -> {
        if (without.contains(merchant)) {
          created.put(merchant, create(merchant, "first", file));
        }
      });
      return created;
    });
  }

  /**
   * Creates one more, whatever there is. It is valid only if it could be kept in its file.
   *
   * @param alone whether all others are withdrawn, in the same moment
   */
  public String recover(MerchantId merchant, boolean alone, ApiKeyFile file) {
    return transactions.inTransaction(() -> {
      List<ApiKey> others = books.locked(merchant);
      if (alone) {
        others.forEach(key -> books.withdraw(key, Optional.empty()));
      }
      return create(merchant, "recovered", file);
    });
  }

  private String create(MerchantId merchant, String name, ApiKeyFile file) {
    NewKey key = NewKey.made();
    books.add(merchant, name, Optional.empty(), key.sha256());
    file.keep(key.text());
    return key.text();
  }
}
