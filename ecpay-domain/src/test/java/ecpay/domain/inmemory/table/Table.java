package ecpay.domain.inmemory.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rows by their key, oldest first, with further unique keys. */
public final class Table<K, V> {
  private final Tables tables;
  private final List<Function<V, Optional<?>>> uniqueKeys;
  private Map<K, V> rows = new LinkedHashMap<>();

  Table(Tables tables, List<Function<V, Optional<?>>> uniqueKeys) {
    this.tables = tables;
    this.uniqueKeys = List.copyOf(uniqueKeys);
  }

  /** Adds a row unless it or one of its unique keys is there already. */
  public boolean addNew(K key, V row) {
    tables.demandTransaction();
    if (rows.containsKey(key) || clashes(key, row)) {
      return false;
    }
    rows.put(key, row);
    return true;
  }

  /** Adds a row that nobody has added before. */
  public void add(K key, V row) {
    if (!addNew(key, row)) {
      throw new IllegalStateException(key + " is in the books already");
    }
  }

  /** Puts another row in the place of a known one. */
  public void replace(K key, V row) {
    tables.demandTransaction();
    if (!rows.containsKey(key)) {
      throw new IllegalStateException(key + " is not in the books");
    }
    if (clashes(key, row)) {
      throw new IllegalStateException("a number of " + key + " is in the books already");
    }
    rows.put(key, row);
  }

  public void remove(K key) {
    tables.demandTransaction();
    rows.remove(key);
  }

  public Optional<V> find(K key) {
    return tables.read(() -> Optional.ofNullable(rows.get(key)));
  }

  public Optional<V> findFirst(Predicate<V> condition) {
    return where(condition).stream().findFirst();
  }

  /** Oldest first. */
  public List<V> where(Predicate<V> condition) {
    return tables.read(() -> rows.values().stream().filter(condition).toList());
  }

  public int size() {
    return rows.size();
  }

  /** What gives the table its present rows back. */
  Runnable undo() {
    Map<K, V> before = new LinkedHashMap<>(rows);
    return () -> rows = before;
  }

  private boolean clashes(K key, V row) {
    return rows.entrySet().stream()
        .filter(other -> !other.getKey().equals(key))
        .anyMatch(other -> uniqueKeys.stream().anyMatch(unique -> same(unique, row, other)));
  }

  private boolean same(Function<V, Optional<?>> unique, V row, Map.Entry<K, V> other) {
    Optional<?> value = unique.apply(row);
    return value.isPresent() && value.equals(unique.apply(other.getValue()));
  }
}
