package ecpay.domain.allowance.usecase;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.Reason;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.event.DomainEvent.AllowanceWithdrawalRequested;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.Notification;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import org.junit.jupiter.api.Test;

/** Mailing the link to consent once more, and looking whether an allowance can be taken back. */
class MailConsentAgainTest {
  private final Desk desk = Desk.invoiced();
  private final MailConsentAgain mail =
      new MailConsentAgain(
          desk.world.books.allowances(), desk.world.resendNotice, desk.world.clock);

  private Notification again() {
    return mail.mail(Samples.merchant(), desk.allowance().id());
  }

  private String rule() {
    return requireNonNull(catchThrowableOfType(IllegalMoveException.class, this::again)).rule();
  }

  @Rule({"R-NOT-02", "R-NOT-04"})
  @Test
  void theLinkGoesByEmailToTheCustomerWhereItWentBefore() {
    desk.reduce("r1", Samples.onlineConsent(), 3, 50);
    Notice notice = again().notice();
    assertThat(notice.subject()).isEqualTo(Notice.Subject.ONLINE_ALLOWANCE);
    assertThat(notice.channel()).isEqualTo(Notice.Channel.EMAIL);
    assertThat(notice.recipient()).isEqualTo(Notice.Recipient.CUSTOMER);
    assertThat(notice.emails())
        .isEqualTo(
            ((Consent.Online) desk.allowance().draft().document().consent()).mail().addresses());
    assertThat(notice.allowance())
        .contains(((Allowance.AwaitingConsent) desk.allowance()).number());
    assertThat(again().outcome()).as("every call sends one").isEqualTo(Notification.Outcome.SENT);
  }

  @Rule("R-ALW-21")
  @Test
  void onlyWhileConsentIsAwaitedAndTheDeadlineIsAhead() {
    desk.reduce("r1", Samples.onlineConsent(), 3, 50);
    desk.world.clock.advanceTo(((Allowance.AwaitingConsent) desk.allowance()).deadline());
    assertThat(rule()).isEqualTo("R-ALW-21");
    Desk paper = Desk.invoiced();
    paper.reduce("r1", Samples.paperConsent(), 3, 50);
    assertThat(paper.allowance()).isInstanceOf(Allowance.Issued.class);
    MailConsentAgain ofPaper =
        new MailConsentAgain(
            paper.world.books.allowances(), paper.world.resendNotice, paper.world.clock);
    assertThat(
            catchThrowableOfType(
                IllegalMoveException.class,
                () -> ofPaper.mail(Samples.merchant(), paper.allowance().id())))
        .isNotNull();
  }

  @Rule({"R-ALW-24", "R-ALW-25"})
  @Test
  void lookingWhetherItCanBeTakenBackTakesNothingBack() {
    desk.reduce("r1", Samples.onlineConsent(), 3, 50);
    Allowance before = desk.allowance();
    Reason reason = new Reason("wrong");
    desk.world.withdrawAllowance.demandCancellable(Samples.SHOP, before.id(), reason);
    assertThat(
            catchThrowableOfType(
                IllegalMoveException.class,
                () ->
                    desk.world.withdrawAllowance.demandVoidable(Samples.SHOP, before.id(), reason)))
        .isNotNull();
    assertThat(desk.allowance()).isEqualTo(before);
    assertThat(desk.shop.events(AllowanceWithdrawalRequested.class)).isEmpty();
  }
}
