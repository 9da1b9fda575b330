package ecpay.domain.reconciliation;

import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.Channel;

/** ECPay's statement files, as ECPay names them. */
public enum StatementFile {
  /** Trades of the hosted checkout, by the day on which they were paid. */
  TradeNoAio(0, true),
  /** Trades of the embedded payment, by the day on which they were settled. */
  QueryTradeMedia(2, true),
  /** Cards of both, by the day on which the bank booked their capture or refund. */
  FundingReconDetail(2, false);

  private final int daysUntilBooked;
  private final boolean booksFees;

  StatementFile(int daysUntilBooked, boolean booksFees) {
    this.daysUntilBooked = daysUntilBooked;
    this.booksFees = booksFees;
  }

  /**
   * After how many days a payment has come into the file by itself: a card is captured in the
   * evening and booked in the night, or one evening later.
   */
  public int daysUntilBooked() {
    return daysUntilBooked;
  }

  /**
   * Whether it tells of money on the day on which it was booked: captures and refunds of cards, and
   * nothing of a card that was released before.
   */
  public boolean isOfSettlement() {
    return daysUntilBooked > 0;
  }

  /**
   * Whether fees are booked from it. Each payment is in one such file, so that no fee is booked
   * twice; the bank's file is only compared.
   */
  public boolean booksFees() {
    return booksFees;
  }

  /** Whether the fee of an attempt is booked from it, paid or not. */
  public boolean bills(Payment payment) {
    return switch (this) {
      case TradeNoAio -> payment.attempt().channel() == Channel.HOSTED;
      case QueryTradeMedia -> payment.attempt().channel() == Channel.EMBEDDED;
      case FundingReconDetail -> false;
    };
  }

  /** Whether a payment belongs into it. */
  public boolean covers(Payment.Paid paid) {
    return switch (this) {
      case TradeNoAio, QueryTradeMedia -> bills(paid);
      case FundingReconDetail -> paid.trade().card().isPresent();
    };
  }
}
