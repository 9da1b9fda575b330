package ecpay.domain.merchant.usecase;

import ecpay.domain.merchant.ApiKey;
import ecpay.domain.merchant.ApiKeyId;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.transaction.Transactions;
import java.util.List;
import java.util.Optional;

/**
 * What the bearer of a key does with the keys of its merchant. Changes come one after the other,
 * and each asks again whether the asking key is good: a request of a key that was withdrawn
 * meanwhile leaves nothing behind, least of all another key.
 */
public final class ManageKeys {
  /** So many good keys has a merchant at most. */
  public static final int MOST = 20;

  private final Transactions transactions;
  private final ApiKeys keys;
  private final KeyBooks books;

  public ManageKeys(Transactions transactions, ApiKeys keys, KeyBooks books) {
    this.transactions = transactions;
    this.keys = keys;
    this.books = books;
  }

  /** What became of the wish for another key. */
  public sealed interface Addition {}

  /** What became of the wish to withdraw a key. */
  public sealed interface Removal {}

  public record Added(ApiKey key) implements Addition {}

  /** There are {@link #MOST}. */
  public record TooMany() implements Addition {}

  /** It opens nothing any more; possibly since before. */
  public record Withdrawn(ApiKey key) implements Removal {}

  /** Without it nobody could call for the merchant, not even to add another one. */
  public record TheLast() implements Removal {}

  /** The merchant has no such key. */
  public record Unknown() implements Removal {}

  /** The key that asks was withdrawn while it asked. */
  public record NoLongerGood() implements Addition, Removal {}

  /**
   * @param sha256 of the new key, which nobody but its bearer will know
   */
  public Addition add(ApiKey by, String name, byte[] sha256) {
    return transactions.inTransaction(() -> {
      List<ApiKey> good = books.locked(by.merchant());
      if (!holds(good, by.id())) {
        return new NoLongerGood();
      }
      return good.size() >= MOST
          ? new TooMany()
          : new Added(books.add(by.merchant(), name, Optional.of(by.id()), sha256));
    });
  }

  /** Withdraws a key; the one that asks may withdraw itself. */
  public Removal withdraw(ApiKey by, ApiKeyId id) {
    return transactions.inTransaction(() -> {
      List<ApiKey> good = books.locked(by.merchant());
      if (!holds(good, by.id())) {
        return new NoLongerGood();
      }
      Optional<ApiKey> found = keys.find(by.merchant(), id);
      if (found.isEmpty()) {
        return new Unknown();
      }
      if (!holds(good, id)) {
        return new Withdrawn(found.get());
      }
      return good.size() == 1
          ? new TheLast()
          : new Withdrawn(books.withdraw(found.get(), Optional.of(by.id())));
    });
  }

  /**
   * Withdraws every key but the one that asks, at one blow: whoever held one of them holds nothing,
   * whatever he has added.
   *
   * @return those that were withdrawn; empty if the key that asks was itself withdrawn meanwhile
   */
  public Optional<List<ApiKey>> withdrawOthers(ApiKey by) {
    return transactions.inTransaction(() -> {
      List<ApiKey> good = books.locked(by.merchant());
      return holds(good, by.id())
          ? Optional.of(
              good.stream()
                  .filter(key -> !key.id().equals(by.id()))
                  .map(key -> books.withdraw(key, Optional.of(by.id())))
                  .toList())
          : Optional.empty();
    });
  }

  private static boolean holds(List<ApiKey> good, ApiKeyId id) {
    return good.stream().anyMatch(key -> key.id().equals(id));
  }
}
