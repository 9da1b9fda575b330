package ecpay.sandbox.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tax authority behind ECPay: it knows every barcode, donation code and company that is well
 * formed, except those that a tester makes unknown, and it can be down.
 */
public final class TaxAuthority {
  /** What it keeps books on. */
  public enum Book {
    BARCODE,
    LOVE_CODE,
    COMPANY
  }

  /** How many entries of a book can be unknown. */
  private static final int CAPACITY = 10_000;

  private final Map<Book, Set<String>> unknown = new EnumMap<>(Book.class);
  private boolean down;

  public TaxAuthority() {
    for (var book : Book.values()) {
      unknown.put(book, new TreeSet<>());
    }
  }

  public synchronized boolean isDown() {
    return down;
  }

  public synchronized void down(boolean wanted) {
    down = wanted;
  }

  synchronized boolean knows(Book book, String entry) {
    return !entries(book).contains(entry);
  }

  /** Makes an entry known or unknown. */
  public synchronized void know(Book book, String entry, boolean known) {
    var entries = entries(book);
    if (known) {
      entries.remove(entry);
    } else if (entries.add(entry) && entries.size() > CAPACITY) {
      entries.remove(entry);
      throw new IllegalArgumentException("there are too many unknown entries");
    }
  }

  /** What is unknown, in order. */
  public synchronized List<String> unknown(Book book) {
    return List.copyOf(entries(book));
  }

  private Set<String> entries(Book book) {
    return unknown.getOrDefault(book, Set.of());
  }
}
