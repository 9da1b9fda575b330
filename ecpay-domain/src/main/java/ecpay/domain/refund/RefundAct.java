package ecpay.domain.refund;

import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.card.CardAction;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.money.Money;
import java.util.List;
import java.util.Optional;

/** One thing that is done on the way back, to money or to a document. */
public sealed interface RefundAct {
  /** What it is about, TWD. */
  Money amount();

  /** The money goes back to the buyer. */
  sealed interface OfMoney extends RefundAct {}

  /** The money of a card goes back, by DoAction. */
  sealed interface OfCard extends OfMoney {
    CardAction action();
  }

  /** N: the authorisation is released. */
  record Abandon(Money amount) implements OfCard {
    @Override
    public CardAction action() {
      return CardAction.ABANDON;
    }
  }

  /** E: the request to capture is taken back; N follows (R-CAP-03). */
  record CancelCapture(Money amount) implements OfCard {
    @Override
    public CardAction action() {
      return CardAction.CANCEL_CAPTURE;
    }
  }

  /** R: so much goes back to the card. */
  record RefundCard(Money amount) implements OfCard {
    @Override
    public CardAction action() {
      return CardAction.REFUND;
    }
  }

  /**
   * A person pays it back, for ECPay has no way to (R-CAP-09).
   *
   * @param paymentType how it was paid, as ECPay named it
   */
  record PayByHand(Money amount, String paymentType) implements OfMoney {}

  /** The document follows the money. */
  sealed interface OfDocument extends RefundAct {}

  /** Invalid. */
  record VoidInvoice(InvoiceId invoice, Money amount) implements OfDocument {}

  /** Allowance, or AllowanceByCollegiate. */
  record IssueAllowance(
      InvoiceId invoice,
      List<ReturnedLine> lines,
      Money amount,
      Consent consent,
      Optional<String> customerName)
      implements OfDocument {
    public IssueAllowance {
      lines = List.copyOf(lines);
    }

    boolean isOnline() {
      return consent instanceof Consent.Online;
    }
  }

  /** CancelDelayIssue: an invoice that waits at ECPay is never issued. */
  record CancelScheduledInvoice(InvoiceId invoice, Money amount) implements OfDocument {}

  /** What was paid and never invoiced is never invoiced afterwards. */
  record Withhold(Money amount) implements OfDocument {}
}
