package ecpay.app.command.debugging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.app.Main;
import ecpay.app.command.line.Pipe;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The command line for people who debug an integration, byte by byte. */
class DebuggingCommandsTest {
  private static final Map<String, String> INVOICE_KEYS =
      Map.of("ECPAY_HASH_KEY", "ejCk326UnaZWKisg", "ECPAY_HASH_IV", "q9jcZX8Ib9LM8wYk");
  private static final String JSON = "{\"MerchantID\":\"2000132\",\"BarCode\":\"/1234567\"}";
  private static final String DATA =
      "XeEOdHpTRvxKEqs/JD9RSd16s7VtpyWVCN6AV44pKTW3DVa6yI7vKmjBRp2eulDhXoru/qBqFDBH3fEqlkMn3bbJfJBfG"
          + "Aq+v+SvttutYnc=";

  /** The callback that ECPay prints in its description of AllowanceByCollegiate (seed 004). */
  private static final String CONSENT =
      "RtnCode=1&RtnMsg=&IA_Allow_No=1909181313013546&IA_Invoice_No=UV11100019"
          + "&IA_Date=2019-09-18+13%3A13%3A23&IIS_Remain_Allowance_Amt=0";

  private static final String SHA256_PERCENT20 =
      "72F8C0BB157D97E68FCAF5E79E8E142D6B346BEEB756288BC668A5AA2C34980E";
  private static final String MD5_PLUS = "50A276E71DAE26343013958B405EEEA0";

  private record Result(int exit, String out, String err) {}

  private static Result run(
      Map<String, String> environment, boolean terminal, String input, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Pipe pipe =
        new Pipe(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            environment,
            terminal);
    int exit = Main.commands(pipe).execute(words);
    return new Result(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static Result run(String input, String... words) {
    return run(INVOICE_KEYS, false, input, words);
  }

  @Test
  void encryptWritesTheDataAndNotOneByteMore() {
    assertThat(run(JSON, "payload", "encrypt")).isEqualTo(new Result(0, DATA, ""));
  }

  @Test
  void theLineBreakOfAShellIsNotPartOfTheValue() {
    assertThat(run(JSON + "\n", "payload", "encrypt").out()).isEqualTo(DATA);
    assertThat(run(JSON + "\r\n", "payload", "encrypt").out()).isEqualTo(DATA);
    assertThat(run(JSON + "\n\n", "payload", "encrypt").out()).isNotEqualTo(DATA);
  }

  @Test
  void aTerminalGetsALineBreakBehindTheValue() {
    assertThat(run(INVOICE_KEYS, true, JSON, "payload", "encrypt").out())
        .isEqualTo(DATA + System.lineSeparator());
  }

  @Test
  void decryptWritesTheJson() {
    assertThat(run(DATA + "\n", "payload", "decrypt")).isEqualTo(new Result(0, JSON, ""));
  }

  @Test
  void chineseTextSurvivesTheWayThereAndBack() {
    String tea = "{\"ItemName\":\"茶具 (A*B)!~'x' +%\"}";
    assertThat(run(run(tea, "payload", "encrypt").out(), "payload", "decrypt").out())
        .isEqualTo(tea);
  }

  @Test
  void keysAsOptionsWinOverTheEnvironment() {
    Result result =
        run(JSON, "payload", "encrypt", "--key", "pwFHCqoQZGmho4w6", "--iv", "EkRm7iFT261dpevs");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isNotEqualTo(DATA);
  }

  @Test
  void wrongKeysAreOneLineAndExitCodeOne() {
    Result result =
        run(
            Map.of("ECPAY_HASH_KEY", "pwFHCqoQZGmho4w6", "ECPAY_HASH_IV", "EkRm7iFT261dpevs"),
            false,
            DATA,
            "payload",
            "decrypt");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1);
  }

  @Test
  void missingKeysAreWrongUsageAndNameTheVariable() {
    Result result = run(Map.of(), false, JSON, "payload", "encrypt");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("ECPAY_HASH_KEY");
  }

  @Test
  void unusableKeysAreRefusedWithoutQuotingThem() {
    Result result = run(JSON, "payload", "encrypt", "--key", "tooshort", "--iv", "x");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).doesNotContain("tooshort").contains("16 to 64 printable characters");
  }

  @Test
  void computeKnowsBothDigestsAndBothSpaces() {
    assertThat(run(CONSENT, "mac", "compute", "--space", "percent20"))
        .isEqualTo(new Result(0, SHA256_PERCENT20, ""));
    assertThat(run(CONSENT, "mac", "compute", "--digest", "md5").out()).isEqualTo(MD5_PLUS);
  }

  @Test
  void verifyTriesWhatTheAllowanceCallbackAllows() {
    assertThat(run(CONSENT + "&CheckMacValue=" + SHA256_PERCENT20, "mac", "verify").exit())
        .isZero();
    assertThat(run(CONSENT + "&CheckMacValue=" + MD5_PLUS + "\n", "mac", "verify").exit()).isZero();
  }

  @Test
  void verifyWithADigestTriesOnlyThat() {
    String md5 = CONSENT + "&CheckMacValue=" + MD5_PLUS;
    assertThat(run(md5, "mac", "verify", "--digest", "md5").exit()).isZero();
    assertThat(run(md5, "mac", "verify", "--digest", "sha256").exit()).isEqualTo(1);
  }

  @Test
  void verifyWithASpaceTriesOnlyThat() {
    String sha256 = CONSENT + "&CheckMacValue=" + SHA256_PERCENT20;
    assertThat(run(sha256, "mac", "verify", "--space", "percent20").exit()).isZero();
    assertThat(run(sha256, "mac", "verify", "--space", "plus").exit()).isEqualTo(1);
  }

  @Test
  void aMismatchIsExplainedWithoutTheKeys() {
    Result result =
        run(CONSENT.replace("=0", "=1") + "&CheckMacValue=" + MD5_PLUS, "mac", "verify");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("signing order", "IA_Allow_No=1909181313013546", "hashkey%3d****")
        .doesNotContainIgnoringCase("ejCk326UnaZWKisg")
        .doesNotContainIgnoringCase("q9jcZX8Ib9LM8wYk");
  }

  @Test
  void whatIsNotFormEncodedIsOneLine() {
    Result result = run("a=%zz", "mac", "compute");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err().lines()).hasSize(1);
  }
}
