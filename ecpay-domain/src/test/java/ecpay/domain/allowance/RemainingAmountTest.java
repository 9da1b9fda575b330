package ecpay.domain.allowance;

import static ecpay.domain.allowance.AllowanceStates.CANCELLED;
import static ecpay.domain.allowance.AllowanceStates.EXPIRED;
import static ecpay.domain.allowance.AllowanceStates.ISSUED;
import static ecpay.domain.allowance.AllowanceStates.NOW;
import static ecpay.domain.allowance.AllowanceStates.REFUSED;
import static ecpay.domain.allowance.AllowanceStates.REQUESTED;
import static ecpay.domain.allowance.AllowanceStates.SENT;
import static ecpay.domain.allowance.AllowanceStates.UNKNOWN;
import static ecpay.domain.allowance.AllowanceStates.VOIDED;
import static ecpay.domain.allowance.AllowanceStates.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.AllowanceSamples;
import ecpay.domain.Samples;
import ecpay.domain.allowance.document.AllowableInvoice;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.money.Money;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.Violation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sample invoice is of 1,000 TWD, every sample allowance of 350. */
class RemainingAmountTest {
  private static final Money TOTAL = Money.of(1000);

  private static Money remaining(Allowance... allowances) {
    return RemainingAmount.of(TOTAL, List.of(allowances));
  }

  private static List<String> admitted(Allowance... earlier) {
    return Broken.rules(() -> {
      RemainingAmount.admit(
          AllowanceSamples.allowanceDocument(Samples.onlineConsent()), List.of(earlier));
      return "";
    });
  }

  @Rule("R-ALW-04")
  @Test
  void whatIsIssuedOrWaitsOrIsInDoubtIsGone() {
    assertThat(remaining()).isEqualTo(TOTAL);
    for (Allowance holding : List.of(REQUESTED, SENT, UNKNOWN, WAITING, ISSUED)) {
      assertThat(remaining(holding)).isEqualTo(Money.of(650));
      assertThat(remaining(holding, ISSUED)).isEqualTo(Money.of(300));
    }
  }

  @Rule("R-ALW-04")
  @Test
  void whatIsVoidedCancelledExpiredOrRefusedComesBack() {
    assertThat(remaining(VOIDED, CANCELLED, EXPIRED, REFUSED)).isEqualTo(TOTAL);
  }

  @Rule("R-ALW-03")
  @Test
  void aLaterAllowanceIsAtMostWhatRemains() {
    assertThat(admitted()).isEmpty();
    assertThat(admitted(ISSUED)).isEmpty();
    assertThat(admitted(ISSUED, WAITING)).containsExactly("R-ALW-03 amount");
    assertThat(admitted(ISSUED, WAITING, EXPIRED)).containsExactly("R-ALW-03 amount");
    assertThat(admitted(ISSUED, EXPIRED, VOIDED)).isEmpty();
  }

  @Rule("R-ALW-03")
  @Test
  void exactlyWhatRemainsMayGo() {
    AllowanceDocument document = AllowanceSamples.allowanceDocument(Samples.onlineConsent());
    AllowableInvoice invoice = document.invoice();
    for (long total : List.of(700L, 699L)) {
      AllowanceDocument ofLess =
          new AllowanceDocument(
              new AllowableInvoice(
                  invoice.number(),
                  invoice.issuedOn(),
                  Money.of(total),
                  invoice.taxKinds(),
                  invoice.mixed()),
              document.consent(),
              document.customerName(),
              document.amount(),
              document.items());
      assertThat(
              Broken.by(() -> {
                RemainingAmount.admit(ofLess, List.of(ISSUED));
                return "";
              }))
          .isEqualTo(
              total == 700
                  ? List.of()
                  : List.of(
                      new Violation(
                          "R-ALW-03",
                          "amount",
                          "only 349 TWD of the invoice remain for allowances")));
    }
  }

  private static Fate fate(Allowance lost, long ecpays, Allowance... all) {
    return Fate.of(lost, List.of(all), Money.of(ecpays), NOW);
  }

  @Rule("R-PAY-13")
  @Test
  void aLostAnswerIsReadFromWhatIsGone() {
    assertThat(fate(UNKNOWN, 650, UNKNOWN)).isEqualTo(Fate.TOOK_PLACE);
    assertThat(fate(UNKNOWN, 1000, UNKNOWN)).isEqualTo(Fate.NEVER_TOOK_PLACE);
    assertThat(fate(UNKNOWN, 300, UNKNOWN, ISSUED)).isEqualTo(Fate.TOOK_PLACE);
    assertThat(fate(UNKNOWN, 650, UNKNOWN, ISSUED)).isEqualTo(Fate.NEVER_TOOK_PLACE);
    assertThat(fate(UNKNOWN, 649, UNKNOWN)).isEqualTo(Fate.CONTRADICTED);
    assertThat(fate(UNKNOWN, 800, UNKNOWN)).isEqualTo(Fate.CONTRADICTED);
    assertThat(fate(UNKNOWN, 1000, UNKNOWN, ISSUED)).isEqualTo(Fate.CONTRADICTED);
    assertThat(fate(UNKNOWN, 650, UNKNOWN, EXPIRED, VOIDED)).isEqualTo(Fate.TOOK_PLACE);
  }

  @Rule("R-PAY-13")
  @Test
  void whileAnotherIsInDoubtAPartThatIsGoneTellsNothing() {
    assertThat(fate(UNKNOWN, 650, UNKNOWN, REQUESTED)).isEqualTo(Fate.UNCLEAR);
    assertThat(fate(UNKNOWN, 650, UNKNOWN, SENT)).isEqualTo(Fate.UNCLEAR);
    assertThat(fate(UNKNOWN, 300, UNKNOWN, SENT)).isEqualTo(Fate.TOOK_PLACE);
    assertThat(fate(UNKNOWN, 1000, UNKNOWN, SENT)).isEqualTo(Fate.NEVER_TOOK_PLACE);
    assertThat(fate(UNKNOWN, 299, UNKNOWN, SENT)).isEqualTo(Fate.CONTRADICTED);
    Allowance.AwaitingConsent overdue =
        new Allowance.AwaitingConsent(WAITING.draft(), WAITING.number(), NOW, Optional.empty());
    assertThat(fate(UNKNOWN, 650, UNKNOWN, overdue)).isEqualTo(Fate.UNCLEAR);
    assertThat(fate(UNKNOWN, 650, UNKNOWN, WAITING)).isEqualTo(Fate.NEVER_TOOK_PLACE);
  }

  @Rule("R-ALW-29")
  @Test
  void ecpaysFigureIsOursGiveOrTakeWhatIsInDoubt() {
    assertThat(explains(650, ISSUED)).isTrue();
    assertThat(explains(651, ISSUED)).isFalse();
    assertThat(explains(649, ISSUED)).isFalse();
    assertThat(explains(650, ISSUED, SENT)).isTrue();
    assertThat(explains(300, ISSUED, SENT)).isTrue();
    assertThat(explains(299, ISSUED, SENT)).isFalse();
    assertThat(explains(651, ISSUED, SENT)).isFalse();
  }

  private static boolean explains(long ecpays, Allowance... all) {
    return Fate.explains(TOTAL, List.of(all), Money.of(ecpays), NOW);
  }
}
