package ecpay.sandbox.ledger;

import ecpay.sandbox.ledger.IssuedInvoice.Voiding;
import ecpay.sandbox.stock.Tracks;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All invoices. */
public final class Invoices {
  /** Invoices are uploaded within 48 hours (section 2); here after one day. */
  private static final int UPLOADED_AFTER_DAYS = 1;

  private record Relation(String merchantId, String relateNumber) {
    /** RelateNumber is compared ignoring case (invoice-b2c.md section 2). */
    static Relation of(String merchantId, String relateNumber) {
      return new Relation(merchantId, relateNumber.toLowerCase(Locale.ROOT));
    }
  }

  private final Map<String, IssuedInvoice> byNumber = new LinkedHashMap<>();
  private final Map<Relation, IssuedInvoice> byRelation = new HashMap<>();
  private final Set<Relation> reserved = new HashSet<>();
  private final Uploads uploads;
  private final Tracks tracks;

  Invoices(Tracks tracks, Uploads uploads) {
    this.tracks = tracks;
    this.uploads = uploads;
  }

  /** Whether an invoice has this RelateNumber, or one that waits to be issued. */
  public boolean isUsed(String merchantId, String relateNumber) {
    var relation = Relation.of(merchantId, relateNumber);
    return byRelation.containsKey(relation) || reserved.contains(relation);
  }

  /** Keeps the RelateNumber from being used by anybody else, for ever. */
  void reserve(String merchantId, String relateNumber) {
    reserved.add(Relation.of(merchantId, relateNumber));
  }

  /** Issues the draft as an invoice of that moment, or does nothing when no number is left. */
  public Optional<IssuedInvoice> issue(String merchantId, InvoiceDraft draft, LocalDateTime at) {
    Ledger.requireRoom(byNumber);
    return tracks
        .next(merchantId, draft.invType(), at.toLocalDate())
        .map(number -> kept(issued(merchantId, number, draft, at)));
  }

  private IssuedInvoice issued(
      String merchantId, String number, InvoiceDraft draft, LocalDateTime at) {
    var upload = uploads.add(at.plusDays(UPLOADED_AFTER_DAYS));
    return IssuedInvoice.issued(merchantId, number, at, randomNumber(number), draft, upload);
  }

  /** Ends the invoice; the void is uploaded the next day (section 8). */
  public IssuedInvoice voidIt(IssuedInvoice invoice, String reason, LocalDateTime now) {
    var end = new Voiding(now, reason, uploads.add(now.plusDays(1)));
    return kept(invoice.voided(end));
  }

  /**
   * Annuls the invoice and issues it anew under its number and time, with another random number;
   * this is uploaded at once (section 8, R-INV-27).
   */
  public IssuedInvoice reissue(IssuedInvoice invoice, InvoiceDraft draft, LocalDateTime now) {
    var random = (Integer.parseInt(invoice.randomNumber()) + 4_999) % 10_000;
    return kept(invoice.anew(draft, fourDigits(random), uploads.add(now)));
  }

  private IssuedInvoice kept(IssuedInvoice invoice) {
    byNumber.put(invoice.number(), invoice);
    byRelation.put(Relation.of(invoice.merchantId(), invoice.relateNumber()), invoice);
    return invoice;
  }

  /** Four digits that look random and stay the same for the same number. */
  private static String randomNumber(String number) {
    return fourDigits(Math.floorMod(number.hashCode() * 31, 10_000));
  }

  private static String fourDigits(int number) {
    return String.format(Locale.ROOT, "%04d", number);
  }

  public Optional<IssuedInvoice> related(String merchantId, String relateNumber) {
    return Optional.ofNullable(byRelation.get(Relation.of(merchantId, relateNumber)));
  }

  /** The merchant's own invoice with this number. */
  public Optional<IssuedInvoice> find(String merchantId, String number) {
    return Optional.ofNullable(byNumber.get(number)).filter(i -> i.merchantId().equals(merchantId));
  }

  /** The same, when it was issued on that day. */
  public Optional<IssuedInvoice> find(String merchantId, String number, LocalDate day) {
    return find(merchantId, number).filter(i -> i.issuedAt().toLocalDate().equals(day));
  }

  public Collection<IssuedInvoice> all() {
    return Collections.unmodifiableCollection(byNumber.values());
  }
}
