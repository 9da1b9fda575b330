package ecpay.sandbox.ledger;

import ecpay.sandbox.ledger.StoredAllowance.Asked;
import ecpay.sandbox.ledger.StoredAllowance.Status;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** All allowances, and what they leave of their invoices. */
public final class Allowances {
  private static final DateTimeFormatter NUMBER_TIME =
      DateTimeFormatter.ofPattern("uuMMddHHmmss", Locale.ROOT);

  private final Map<String, StoredAllowance> byNumber = new LinkedHashMap<>();
  private final Map<String, StoredAllowance> byLink = new HashMap<>();
  private final Map<String, List<StoredAllowance>> byInvoice = new HashMap<>();
  private final PriorityQueue<StoredAllowance> waiting =
      new PriorityQueue<>(Comparator.comparing(Allowances::expiry));
  private long numbers;

  public void add(StoredAllowance allowance) {
    Ledger.requireRoom(byNumber);
    byNumber.put(allowance.number(), allowance);
    byInvoice.computeIfAbsent(allowance.invoice().number(), _ -> new ArrayList<>()).add(allowance);
    allowance.asked().ifPresent(asked -> byLink.put(asked.link(), allowance));
    if (allowance.asked().isPresent()) {
      waiting.add(allowance);
    }
  }

  /** The merchant's own allowance with this number. */
  public Optional<StoredAllowance> find(String merchantId, String number) {
    return Optional.ofNullable(byNumber.get(number))
        .filter(a -> a.invoice().merchantId().equals(merchantId));
  }

  public Optional<StoredAllowance> withLink(String link) {
    return Optional.ofNullable(byLink.get(link));
  }

  public List<StoredAllowance> of(IssuedInvoice invoice) {
    return List.copyOf(byInvoice.getOrDefault(invoice.number(), List.of()));
  }

  /** What may still be allowed: the total without issued and waiting allowances (R-ALW-04). */
  public long remaining(IssuedInvoice invoice) {
    return invoice.amount()
        - of(invoice).stream()
            .filter(StoredAllowance::isLive)
            .mapToLong(StoredAllowance::amount)
            .sum();
  }

  public Collection<StoredAllowance> all() {
    return Collections.unmodifiableCollection(byNumber.values());
  }

  /** A new number: 12 digits of time and a running number, 16 digits as in seed 004. */
  public String nextNumber(LocalDateTime now) {
    var number = "";
    do {
      number = now.format(NUMBER_TIME) + String.format(Locale.ROOT, "%04d", ++numbers % 10_000);
    } while (byNumber.containsKey(number));
    return number;
  }

  /** Expires every request whose time is over. */
  void expire(LocalDateTime now) {
    while (!waiting.isEmpty() && expiry(waiting.element()).isBefore(now)) {
      var over = waiting.remove();
      if (over.status() == Status.AWAITING_CONSENT) {
        over.expire();
      }
    }
  }

  private static LocalDateTime expiry(StoredAllowance allowance) {
    return allowance.asked().map(Asked::expiresAt).orElse(LocalDateTime.MAX);
  }
}
