package ecpay.domain.track;

import static ecpay.domain.rule.Violations.demand;

import ecpay.domain.invoice.document.InvoiceType;

/**
 * Numbers that the government gave a merchant for a term, or a part of them. To be used they are
 * added to ECPay as a track and enabled.
 *
 * @param books how many books of 50 the government names; it may count otherwise than the range
 */
public record Allotment(Term term, InvoiceType type, TrackRange range, int books) {

  /**
   * The part of it with these numbers.
   *
   * @throws ecpay.domain.rule.RuleViolationException when some of them are not in it (R-INV-29)
   */
  public Allotment part(TrackRange numbers) {
    demand(
        range.contains(numbers),
        "R-INV-29",
        "range",
        numbers + " is not within the allotted " + range);
    return new Allotment(term, type, numbers, numbers.books());
  }
}
