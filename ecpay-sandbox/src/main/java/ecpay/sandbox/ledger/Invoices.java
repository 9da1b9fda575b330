package ecpay.sandbox.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All invoices. */
public final class Invoices {
  private record Relation(String merchantId, String relateNumber) {
    /** RelateNumber is compared ignoring case (invoice-b2c.md section 2). */
    static Relation of(String merchantId, String relateNumber) {
      return new Relation(merchantId, relateNumber.toLowerCase(Locale.ROOT));
    }
  }

  private final Map<String, IssuedInvoice> byNumber = new LinkedHashMap<>();
  private final Map<Relation, IssuedInvoice> byRelation = new HashMap<>();

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
}
