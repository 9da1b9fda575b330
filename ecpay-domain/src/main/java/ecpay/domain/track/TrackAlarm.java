package ecpay.domain.track;

import ecpay.domain.invoice.document.InvoiceType;

/**
 * Something about the numbers of one type in one term that a person must look at. It is told once,
 * and again only after it had gone.
 */
public record TrackAlarm(Kind kind, InvoiceType type) {

  /** What is wrong, and what to do about it. */
  public enum Kind {
    /** Fewer than the merchant's threshold can be issued with (R-INV-28). */
    NUMBERS_RUN_LOW("few numbers are left in this term: add and enable another track"),
    /** None can be issued with; invoices wait (R-INV-28). */
    NUMBERS_EXHAUSTED(
        "no number is left in this term and invoices wait: add and enable a track;"
            + " they are then issued by themselves"),
    /** The term is about to begin and nothing is enabled for it. */
    NEXT_TERM_HAS_NO_NUMBERS(
        "the next term begins soon and has no enabled track: ask the tax office for numbers,"
            + " then add and enable them"),
    /** ECPay said no when numbers were to be added or enabled; it is tried again. */
    TRACK_REFUSED("ECPay refused to add or enable a track: correct the cause it names"),
    /**
     * Whether a track was added or enabled is not known, and it may not be asked again (R-TRN-06).
     */
    TRACK_NEEDS_A_PERSON(
        "ECPay failed while it added or enabled a track and may not be asked again by itself:"
            + " look at the track and finish it by hand (R-TRN-06)"),
    /** ECPay has not told for hours how many numbers are left. */
    TRACKS_NOT_SEEN(
        "ECPay has not told for hours how many numbers are left: see whether it can be reached");

    private final String advice;

    Kind(String advice) {
      this.advice = advice;
    }

    /** What happened and what to do, for an operator. */
    public String advice() {
      return advice;
    }
  }
}
