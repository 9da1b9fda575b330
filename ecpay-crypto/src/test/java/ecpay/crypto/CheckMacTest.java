package ecpay.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckMacTest {
  private final CheckMac mac = CheckMac.with(CryptoKeys.of("ejCk326UnaZWKisg", "q9jcZX8Ib9LM8wYk"));

  @Test
  void theAllowanceCallbackOfTheOfficialSampleIsReproduced() {
    List<Field> fields =
        FormFields.parse(
            "RtnCode=1&RtnMsg=&IA_Allow_No=1909181313013546&IA_Invoice_No=UV11100019"
                + "&IA_Date=2019-09-18+13%3A13%3A23&IIS_Remain_Allowance_Amt=0");
    assertThat(mac.compute(fields, Digest.MD5, SpaceEncoding.PLUS))
        .isEqualTo("50A276E71DAE26343013958B405EEEA0");
    assertThat(mac.compute(fields, Digest.SHA256, SpaceEncoding.PERCENT20))
        .isEqualTo("72F8C0BB157D97E68FCAF5E79E8E142D6B346BEEB756288BC668A5AA2C34980E");
  }
}
