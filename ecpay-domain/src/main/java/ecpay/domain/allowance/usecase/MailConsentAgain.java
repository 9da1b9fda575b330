package ecpay.domain.allowance.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.Notification;
import ecpay.domain.notification.usecase.ResendNotice;
import ecpay.domain.rule.IllegalMoveException;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Has ECPay mail the link to consent once more (InvoiceNotify OA, R-NOT-04), to where it went
 * before; the deadline stays. Every call sends a mail.
 */
public final class MailConsentAgain {
  private final Allowances allowances;
  private final ResendNotice resend;
  private final Clock clock;

  public MailConsentAgain(Allowances allowances, ResendNotice resend, Clock clock) {
    this.allowances = allowances;
    this.resend = resend;
    this.clock = clock;
  }

  /**
   * @return what became of it
   * @throws IllegalMoveException R-ALW-21 unless it awaits consent and its deadline is ahead
   * @throws NoSuchElementException if the merchant has no such allowance
   */
  public Notification mail(Merchant merchant, AllowanceId id) {
    Allowance allowance =
        allowances
            .find(merchant.id(), id)
            .orElseThrow(() -> new NoSuchElementException("no allowance " + id));
    if (!(allowance instanceof Allowance.AwaitingConsent waiting)
        || waiting.withdrawal().isPresent()
        || !Instant.now(clock).isBefore(waiting.deadline())
        || !(waiting.draft().document().consent() instanceof Consent.Online online)) {
      throw new IllegalMoveException(
          "R-ALW-21", "it does not await consent", "asking for consent again");
    }
    Notice notice =
        new Notice(
            waiting.draft().document().invoice().number(),
            Optional.of(waiting.number()),
            Notice.Subject.ONLINE_ALLOWANCE,
            Notice.Channel.EMAIL,
            Notice.Recipient.CUSTOMER,
            Optional.empty(),
            online.mail().addresses());
    return resend.send(merchant, waiting.order(), notice);
  }
}
