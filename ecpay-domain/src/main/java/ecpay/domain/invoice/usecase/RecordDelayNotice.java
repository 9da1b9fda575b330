package ecpay.domain.invoice.usecase;

import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.inbox.Acknowledgement;
import ecpay.domain.inbox.Inbox;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.delay.DelayNoticeReader;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes CB-10, the callback of a delayed invoice. Nothing authenticates it, so it changes nothing:
 * its body is kept among those that are not authentic (R-CBK-05), whose number is bounded, and
 * GetIssue is asked sooner for an invoice that our books do not show as issued.
 */
public final class RecordDelayNotice {
  private static final String CALLBACK = "CB-10";

  private final DelayNoticeReader reader;
  private final Transactions transactions;
  private final Inbox inbox;
  private final Invoices invoices;
  private final FollowUps followUps;
  private final Clock clock;

  public RecordDelayNotice(
      DelayNoticeReader reader,
      Transactions transactions,
      Inbox inbox,
      Invoices invoices,
      FollowUps followUps,
      Clock clock) {
    this.reader = reader;
    this.transactions = transactions;
    this.inbox = inbox;
    this.invoices = invoices;
    this.followUps = followUps;
    this.clock = clock;
  }

  /** Takes the raw body of a callback that was addressed to this merchant. */
  public Acknowledgement record(Merchant merchant, byte[] body) {
    Instant now = Instant.now(clock);
    Optional<Invoice> known =
        reader.read(merchant, body).flatMap(id -> invoices.find(merchant.id(), id));
    if (known.isEmpty() || known.get().draft().delay().isEmpty()) {
      keep(merchant, "unknown invoice", body, now);
      return new Acknowledgement.Refused("unknown invoice");
    }
    keep(merchant, "not signed", body, now);
    if (known.get() instanceof Invoice.Unissued invoice) {
      transactions.run(
          () -> followUps.schedule(new FollowUp.SettleInvoice(merchant.id(), invoice.id()), now));
    }
    return new Acknowledgement.Received();
  }

  private void keep(Merchant merchant, String reason, byte[] body, Instant now) {
    transactions.run(() -> inbox.keepRefused(merchant.id(), CALLBACK, reason, body, now));
  }
}
