package ecpay.sandbox.ledger;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All invoices, and the track their numbers come from: one enabled track per two-month term, with
 * at least ten million numbers left, so that it never runs out. Where it starts is drawn by lot:
 * this ledger forgets everything when it closes, and the books of the platforms that it serves must
 * not meet the numbers of an earlier one again.
 */
public final class Invoices {
  private static final long LOWEST_NUMBER = 10_000_000;
  private static final int STARTS = 80_000_000;

  private record Relation(String merchantId, String relateNumber) {
    /** RelateNumber is compared ignoring case (invoice-b2c.md section 2). */
    static Relation of(String merchantId, String relateNumber) {
      return new Relation(merchantId, relateNumber.toLowerCase(Locale.ROOT));
    }
  }

  private final Map<String, IssuedInvoice> byNumber = new LinkedHashMap<>();
  private final Map<Relation, IssuedInvoice> byRelation = new HashMap<>();
  private final Map<String, Long> lastOfTrack = new HashMap<>();
  private final long firstNumber = LOWEST_NUMBER + new SecureRandom().nextInt(STARTS);

  public boolean isUsed(String merchantId, String relateNumber) {
    return byRelation.containsKey(Relation.of(merchantId, relateNumber));
  }

  public void add(IssuedInvoice invoice) {
    Ledger.requireRoom(byNumber);
    byNumber.put(invoice.number(), invoice);
    byRelation.put(Relation.of(invoice.merchantId(), invoice.relateNumber()), invoice);
  }

  public Optional<IssuedInvoice> related(String merchantId, String relateNumber) {
    return Optional.ofNullable(byRelation.get(Relation.of(merchantId, relateNumber)));
  }

  /** The merchant's own invoice with this number. */
  public Optional<IssuedInvoice> find(String merchantId, String number) {
    return Optional.ofNullable(byNumber.get(number)).filter(i -> i.merchantId().equals(merchantId));
  }

  public Collection<IssuedInvoice> all() {
    return Collections.unmodifiableCollection(byNumber.values());
  }

  /** The next number of the track of that day's term. */
  public String nextNumber(LocalDate day) {
    var letters = letters(day);
    var number = lastOfTrack.merge(letters, firstNumber, (last, _) -> last + 1);
    return letters + number;
  }

  /** Each term has its own two letters: terms are counted from January 2020 on (R-INV-30). */
  private static String letters(LocalDate day) {
    var term = (day.getYear() - 2020) * 6 + (day.getMonthValue() + 1) / 2 - 1;
    var index = Math.floorMod(term, 26 * 26);
    return "" + (char) ('A' + index / 26) + (char) ('A' + index % 26);
  }
}
