package ecpay.crypto;

import static ecpay.crypto.Samples.CONSENT;
import static ecpay.crypto.Samples.signed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signature of the consent callback: D-06, R-CBK-07 to R-CBK-10. */
class AllowanceConsentTest {
  private static final Set<Digest> BOTH = EnumSet.allOf(Digest.class);

  private final CheckMac mac = CheckMac.with(Samples.INVOICE);

  /** R-CBK-07. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "50A276E71DAE26343013958B405EEEA0",
        "9AD5E340890AEF03C64552BDBBB92593",
        "AE9C58D346678A3551C2013D967640D560EFE0CBD78CA2FFA4A3E14288E10B00",
        "72F8C0BB157D97E68FCAF5E79E8E142D6B346BEEB756288BC668A5AA2C34980E"
      })
  void eachOfTheFourCellsOfExampleBIsAccepted(String value) {
    List<Field> message = signed(CONSENT, value);
    assertThat(mac.verifyAllowanceConsent(message, BOTH)).isTrue();
    Digest digest = value.length() == 32 ? Digest.MD5 : Digest.SHA256;
    Digest other = value.length() == 32 ? Digest.SHA256 : Digest.MD5;
    assertThat(mac.verifyAllowanceConsent(message, Set.of(digest))).isTrue();
    assertThat(mac.verifyAllowanceConsent(message, Set.of(other))).isFalse();
    assertThat(mac.verifyAllowanceConsent(message, Set.of())).isFalse();
  }

  /** R-CBK-08. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "50A276E71DAE26343013958B405EEEA",
        "50A276E71DAE26343013958B405EEEA00",
        "50A276E71DAE26343013958B405EEEAx",
        "72F8C0BB157D97E68FCAF5E79E8E142D6B346BEEB756288BC668A5AA2C34980",
        "72F8C0BB157D97E68FCAF5E79E8E142D6B346BEEB756288BC668A5AA2C34980E00",
        "72F8C0BB157D97E68FCAF5E79E8E142D6B346BEEB756288BC668A5AA2C34980 "
      })
  void aValueOfNeitherFormIsRefusedWithoutHashing(String value) {
    ReadCounter message = new ReadCounter(signed(CONSENT, value));
    assertThat(mac.verifyAllowanceConsent(message, BOTH)).isFalse();
    assertThat(message.readsOfTheFirst).isEqualTo(BOTH.size());
  }

  /** R-CBK-09. */
  @ParameterizedTest
  @EnumSource(Digest.class)
  void aCharacterPutAnywhereIntoAnyValueFails(Digest digest) {
    for (SpaceEncoding space : SpaceEncoding.values()) {
      String value = mac.compute(CONSENT, digest, space);
      for (int i = 0; i < CONSENT.size(); i++) {
        Field field = CONSENT.get(i);
        for (int at = 0; at <= field.value().length(); at++) {
          List<Field> changed = new ArrayList<>(CONSENT);
          changed.set(
              i,
              new Field(
                  field.name(),
                  field.value().substring(0, at) + "7" + field.value().substring(at)));
          assertThat(mac.verifyAllowanceConsent(signed(changed, value), BOTH)).isFalse();
        }
      }
    }
  }

  /** R-CBK-10. */
  @ParameterizedTest
  @ValueSource(strings = {"IIS_Remain_Allowance_Amt", "IA_Remain_Allowance_Amt"})
  void theRemainingAmountIsSignedUnderTheNameReceived(String name) {
    List<Field> received =
        CONSENT.stream()
            .map(f -> f.name().endsWith("Remain_Allowance_Amt") ? new Field(name, f.value()) : f)
            .toList();
    for (Digest digest : Digest.values()) {
      for (SpaceEncoding space : SpaceEncoding.values()) {
        String value = mac.compute(received, digest, space);
        assertThat(mac.verifyAllowanceConsent(signed(received, value), BOTH)).isTrue();
        assertThat(mac.verifyAllowanceConsent(signed(CONSENT, value), BOTH))
            .isEqualTo(received.equals(CONSENT));
      }
    }
  }

  @Test
  void aMissingOrDoubledValueFails() {
    String value = mac.compute(CONSENT, Digest.MD5, SpaceEncoding.PLUS);
    assertThat(mac.verifyAllowanceConsent(CONSENT, BOTH)).isFalse();
    assertThat(mac.verifyAllowanceConsent(signed(signed(CONSENT, value), value), BOTH)).isFalse();
  }
}
