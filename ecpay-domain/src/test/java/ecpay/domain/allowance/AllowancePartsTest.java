package ecpay.domain.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.document.NotifyMail;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The small parts of an allowance. That an online one always notifies by E (R-ALW-18) and has a
 * ReturnURL obeying R-ORD-13 (R-ALW-19) is said by the types of {@link Consent.Online}: there is no
 * other channel in it, and its address is a CallbackUrl.
 */
class AllowancePartsTest {
  @Rule({"R-ALW-16", "R-ALW-18"})
  @Test
  void theConsentMailGoesToAtLeastOneAddress() {
    assertThat(Broken.rules(() -> new NotifyMail(List.of()))).containsExactly("R-ALW-16");
    NotifyMail two =
        new NotifyMail(List.of(new EmailAddress("a@b.cc"), new EmailAddress("d@e.ff")));
    assertThat(two.joined()).isEqualTo("a@b.cc;d@e.ff");
  }

  @Rule("R-ALW-16")
  @Test
  void theAddressesHaveAtMost100CharactersTogether() {
    EmailAddress fifty = new EmailAddress("a".repeat(40) + "@b.example");
    EmailAddress fortyNine = new EmailAddress("a".repeat(39) + "@b.example");
    assertThat(new NotifyMail(List.of(fifty, fortyNine)).joined()).hasSize(100);
    assertThat(Broken.rules(() -> new NotifyMail(List.of(fifty, fifty))))
        .containsExactly("R-ALW-16");
  }

  @Rule("R-ALW-19")
  @Test
  void theConsentIsReportedToTheMerchantsAddress() {
    Consent.Online online = (Consent.Online) Samples.onlineConsent();
    assertThat(online.returnUrl()).isEqualTo(Samples.merchant().callbacks().allowanceReturn());
  }

  @Rule("R-ALW-17")
  @Test
  void aPaperAllowanceNeedsNoNotice() {
    assertThat(Consent.Notice.NONE.mail()).isEmpty();
    assertThat(Consent.Notice.NONE.phone()).isEmpty();
  }

  @Rule("R-ALW-33")
  @Test
  void aPaperAllowanceHasASignatureOrSomebodyWhoOwesIt() {
    assertThat(new Consent.Signature.Recorded(Samples.NOW).at()).isEqualTo(Samples.NOW);
    assertThat(Broken.rules(() -> new Consent.Signature.Owed("店".repeat(100)))).isEmpty();
    assertThat(Broken.rules(() -> new Consent.Signature.Owed("店".repeat(101))))
        .containsExactly("R-ALW-33 signature");
    assertThat(Broken.rules(() -> new Consent.Signature.Owed(" ")))
        .containsExactly("R-ALW-33 signature");
  }

  @Rule("R-ALW-26")
  @Test
  void aReasonHasOneToTwentyCharactersAndIsScreened() {
    assertThat(Broken.rules(() -> new Reason("退".repeat(20)))).isEmpty();
    assertThat(Broken.rules(() -> new Reason("退".repeat(21)))).containsExactly("R-ALW-26 reason");
    assertThat(Broken.rules(() -> new Reason(" "))).containsExactly("R-ALW-26 reason");
    assertThat(Broken.rules(() -> new Reason("<b>|ls")))
        .containsExactly("R-ORD-09 reason", "R-ORD-10 reason");
  }

  @Rule("R-ALW-30")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "202611211205123",
        "20261121120512345",
        "2026112112051-34",
        "２０２６112112051234"
      })
  void anAllowanceNumberHasSixteenCharacters(String value) {
    assertThat(new AllowanceNumber("2026112112051234")).hasToString("2026112112051234");
    assertThat(Broken.rules(() -> new AllowanceNumber(value))).containsExactly("R-ALW-30");
  }

  @Rule("R-ALW-27")
  @Test
  void idsAndReferencesArePlainAndBounded() {
    assertThat(new AllowanceId("A".repeat(40))).hasToString("A".repeat(40));
    assertThat(Broken.rules(() -> new AllowanceId("A".repeat(41)))).containsExactly("R-ALW-27");
    assertThat(Broken.rules(() -> new AllowanceId("a-b"))).containsExactly("R-ALW-27");
    assertThat(new AllowanceReference("a.b_c:d-1")).hasToString("a.b_c:d-1");
    assertThat(Broken.rules(() -> new AllowanceReference("退貨"))).containsExactly("R-ALW-27");
    assertThat(Broken.rules(() -> new AllowanceReference("A".repeat(65))))
        .containsExactly("R-ALW-27");
  }

  @Test
  void everyIncidentSaysWhatToDo() {
    assertThat(AllowanceIncident.values())
        .allSatisfy(incident -> assertThat(incident.advice()).hasSizeGreaterThan(20))
        .extracting(AllowanceIncident::advice)
        .doesNotHaveDuplicates();
  }
}
