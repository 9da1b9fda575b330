package ecpay.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ecpay.domain.AllowanceSamples;
import ecpay.domain.Samples;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.notification.Notice.Channel;
import ecpay.domain.notification.Notice.Recipient;
import ecpay.domain.notification.Notice.Subject;
import ecpay.domain.notification.Notification.Outcome;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeTest {
  private static final Optional<AllowanceNumber> ALLOWANCE =
      Optional.of(AllowanceSamples.allowanceNumber());
  private static final Optional<PhoneNumber> PHONE = Optional.of(new PhoneNumber("0912345678"));
  private static final List<EmailAddress> MAIL = List.of(new EmailAddress("a@b.cc"));

  private static List<String> broken(
      Optional<AllowanceNumber> allowance,
      Subject subject,
      Channel channel,
      Recipient recipient,
      Optional<PhoneNumber> phone,
      List<EmailAddress> emails) {
    return Broken.rules(() ->
        new Notice(
            Samples.invoiceFacts().number(),
            allowance,
            subject,
            channel,
            recipient,
            phone,
            emails));
  }

  @Rule("R-NOT-01")
  @Test
  void theCodesAreThoseOfTheSeed() {
    assertThat(Subject.values())
        .extracting(Subject::tag)
        .containsExactly("I", "II", "A", "AI", "AW", "OA");
    assertThat(Channel.values()).extracting(Channel::code).containsExactly("S", "E", "A");
    assertThat(Recipient.values()).extracting(Recipient::code).containsExactly("C", "M", "A");
  }

  @Rule("R-NOT-02")
  @ParameterizedTest
  @EnumSource(Subject.class)
  void anAllowanceNumberStandsExactlyInNoticesAboutAllowances(Subject subject) {
    Set<Subject> about =
        EnumSet.of(Subject.ALLOWANCE_ISSUED, Subject.ALLOWANCE_VOIDED, Subject.ONLINE_ALLOWANCE);
    boolean needed = about.contains(subject);
    assertThat(broken(ALLOWANCE, subject, Channel.EMAIL, Recipient.CUSTOMER, PHONE, MAIL))
        .isEqualTo(needed ? List.of() : List.of("R-NOT-02 allowance"));
    assertThat(broken(Optional.empty(), subject, Channel.EMAIL, Recipient.CUSTOMER, PHONE, MAIL))
        .isEqualTo(needed ? List.of("R-NOT-02 allowance") : List.of());
  }

  private static List<String> issued(
      Channel channel, Optional<PhoneNumber> phone, List<EmailAddress> emails) {
    return broken(Optional.empty(), Subject.INVOICE_ISSUED, channel, Recipient.BOTH, phone, emails);
  }

  @Rule({"R-NOT-03", "R-NOT-05"})
  @Test
  void everyChannelHasItsAddress() {
    Optional<PhoneNumber> none = Optional.empty();
    assertThat(issued(Channel.SMS, PHONE, List.of())).isEmpty();
    assertThat(issued(Channel.SMS, none, MAIL)).containsExactly("R-NOT-05 phone");
    assertThat(issued(Channel.EMAIL, none, MAIL)).isEmpty();
    assertThat(issued(Channel.EMAIL, PHONE, List.of())).containsExactly("R-NOT-05 email");
    assertThat(issued(Channel.ALL, PHONE, MAIL)).isEmpty();
    assertThat(issued(Channel.ALL, none, MAIL)).containsExactly("R-NOT-05 phone");
    assertThat(issued(Channel.ALL, PHONE, List.of())).containsExactly("R-NOT-05 email");
    assertThat(issued(Channel.ALL, none, List.of()))
        .containsExactly("R-NOT-03 email", "R-NOT-05 phone", "R-NOT-05 email");
  }

  @Rule("R-NOT-03")
  @Test
  void theAddressesHaveAtMost200CharactersTogether() {
    EmailAddress sixtySix = new EmailAddress("a".repeat(56) + "@b.example");
    assertThat(issued(Channel.EMAIL, PHONE, Collections.nCopies(3, sixtySix))).isEmpty(); // 200
    EmailAddress one = new EmailAddress("a" + sixtySix.value());
    assertThat(issued(Channel.EMAIL, PHONE, List.of(sixtySix, sixtySix, one)))
        .containsExactly("R-NOT-03 email");
  }

  @Rule("R-NOT-04")
  @ParameterizedTest
  @EnumSource(Recipient.class)
  void theConsentMailGoesByEmailToTheCustomerOnly(Recipient recipient) {
    for (Channel channel : Channel.values()) {
      boolean right = channel == Channel.EMAIL && recipient == Recipient.CUSTOMER;
      assertThat(broken(ALLOWANCE, Subject.ONLINE_ALLOWANCE, channel, recipient, PHONE, MAIL))
          .isEqualTo(right ? List.of() : List.of("R-NOT-04 channel"));
    }
  }

  @Test
  void addressesAreJoinedWithASemicolon() {
    assertThat(Samples.notice().joinedEmails()).isEqualTo("buyer@example.com");
    Notice two =
        new Notice(
            Samples.invoiceFacts().number(),
            Optional.empty(),
            Subject.INVOICE_ISSUED,
            Channel.EMAIL,
            Recipient.CUSTOMER,
            Optional.empty(),
            List.of(new EmailAddress("a@b.cc"), new EmailAddress("d@e.ff")));
    assertThat(two.joinedEmails()).isEqualTo("a@b.cc;d@e.ff");
  }

  @Rule("R-NOT-06")
  @Test
  void aNoticeEndsOnceAndInAnotherStateThanItBegan() {
    Notification requested = Samples.notification();
    assertThat(requested.outcome()).isEqualTo(Outcome.REQUESTED);
    for (Outcome outcome : EnumSet.complementOf(EnumSet.of(Outcome.REQUESTED))) {
      Notification ended = requested.ended(outcome, "why");
      assertThat(ended.outcome()).isEqualTo(outcome);
      assertThat(ended.detail()).isEqualTo("why");
      assertThat(ended.id()).isEqualTo(requested.id());
      for (Outcome next : Outcome.values()) {
        assertThat(
                catchThrowableOfType(IllegalMoveException.class, () -> ended.ended(next, ""))
                    .rule())
            .isEqualTo("R-NOT-06");
      }
    }
    assertThat(
            catchThrowableOfType(
                    IllegalMoveException.class, () -> requested.ended(Outcome.REQUESTED, ""))
                .rule())
        .isEqualTo("R-NOT-06");
  }

  @Test
  void aNotificationIdIsPlainAndShort() {
    assertThat(new NotificationId("A".repeat(40))).hasToString("A".repeat(40));
    assertThat(Broken.by(() -> new NotificationId("A".repeat(41)))).hasSize(1);
    assertThat(Broken.by(() -> new NotificationId(""))).hasSize(1);
  }
}
