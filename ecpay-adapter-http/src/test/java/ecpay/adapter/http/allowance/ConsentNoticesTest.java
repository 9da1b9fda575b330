package ecpay.adapter.http.allowance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.http.Facts;
import ecpay.adapter.http.ScriptedEcpay;
import ecpay.crypto.CheckMac;
import ecpay.crypto.Digest;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.crypto.SpaceEncoding;
import ecpay.domain.allowance.AllowanceNoticeReader;
import ecpay.domain.allowance.AllowanceNoticeReader.ConsentReport;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.inbox.Reading;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CB-11: the consent callback of seed 004 and its CheckMacValue (R-CBK-07 to R-CBK-10). */
class ConsentNoticesTest {
  private static final Reading<ConsentReport> REFUSED =
      new Reading.Refused<>("CheckMacValue Error");
  private static final String SAMPLE =
      ScriptedEcpay.parse(Facts.text("seed-004-AllowanceByCollegiate.json"))
          .get("callback")
          .textValue();
  private static final ConsentReport REPORT =
      new ConsentReport(
          1,
          new AllowanceNumber("1909181313013546"),
          new InvoiceNumber("UV11100019"),
          Instant.parse("2019-09-18T05:13:23Z"),
          Money.ZERO);

  private final AllowanceNoticeReader reader = new ConsentNotices(Set.of(Digest.values()));

  private Reading<ConsentReport> read(String body) {
    return reader.read(Facts.MERCHANT, body.getBytes(UTF_8));
  }

  private static List<Field> fields() {
    return FormFields.parse(SAMPLE).stream()
        .filter(field -> !field.name().equals(CheckMac.FIELD))
        .toList();
  }

  private static String signed(List<Field> fields) {
    return signed(fields, Digest.SHA256, SpaceEncoding.PERCENT20);
  }

  private static String signed(List<Field> fields, Digest digest, SpaceEncoding space) {
    List<Field> all = new ArrayList<>(fields);
    String mac = CheckMac.with(Facts.INVOICE_KEYS).compute(fields, digest, space);
    all.add(new Field(CheckMac.FIELD, mac));
    return FormFields.write(all);
  }

  private static List<Field> with(String name, String value) {
    return fields().stream()
        .map(field -> field.name().equals(name) ? new Field(name, value) : field)
        .toList();
  }

  @Test
  void theSampleOfSeed004IsGenuine() {
    assertThat(read(SAMPLE)).isEqualTo(new Reading.Authentic<>(REPORT));
  }

  @Test
  void theOfficialMd5SampleIsGenuineToo() {
    String md5 =
        SAMPLE.replaceAll("CheckMacValue=.*", "CheckMacValue=50A276E71DAE26343013958B405EEEA0");
    assertThat(read(md5)).isEqualTo(new Reading.Authentic<>(REPORT));
  }

  @ParameterizedTest
  @CsvSource({"SHA256, PLUS", "SHA256, PERCENT20", "MD5, PLUS", "MD5, PERCENT20"})
  void allFourWaysOfSigningAreUnderstood(Digest digest, SpaceEncoding space) {
    assertThat(read(signed(fields(), digest, space))).isEqualTo(new Reading.Authentic<>(REPORT));
  }

  @Test
  void aDigestThatIsNotAllowedIsRefused() {
    AllowanceNoticeReader strict = new ConsentNotices(Set.of(Digest.SHA256));
    byte[] md5 = signed(fields(), Digest.MD5, SpaceEncoding.PLUS).getBytes(UTF_8);
    assertThat(strict.read(Facts.MERCHANT, md5)).isEqualTo(REFUSED);
    assertThat(strict.read(Facts.MERCHANT, SAMPLE.getBytes(UTF_8)))
        .isEqualTo(new Reading.Authentic<>(REPORT));
  }

  @Test
  void eitherNameOfTheRemainingAmountIsUnderstood() {
    List<Field> renamed =
        fields().stream()
            .map(field ->
                field.name().equals("IIS_Remain_Allowance_Amt")
                    ? new Field("IA_Remain_Allowance_Amt", "650")
                    : field)
            .toList();
    assertThat(((Reading.Authentic<ConsentReport>) read(signed(renamed))).report().remaining())
        .isEqualTo(Money.of(650));
  }

  @Test
  void furtherFieldsTakePartInTheSignature() {
    List<Field> more = new ArrayList<>(fields());
    more.add(new Field("New", "field of tomorrow"));
    assertThat(read(signed(more))).isEqualTo(new Reading.Authentic<>(REPORT));
    assertThat(read(SAMPLE + "&New=field+of+tomorrow")).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RtnCode",
        "RtnMsg",
        "IA_Allow_No",
        "IA_Invoice_No",
        "IA_Date",
        "IIS_Remain_Allowance_Amt"
      })
  void anotherCharacterInAnyFieldIsRefused(String name) {
    assertThat(read(SAMPLE.replace(name + "=", name + "=7"))).isEqualTo(REFUSED);
  }

  @Test
  void theKeysOfPaymentsDoNotSignInvoices() {
    String mac =
        CheckMac.with(Facts.PAYMENT_KEYS).compute(fields(), Digest.SHA256, SpaceEncoding.PERCENT20);
    assertThat(read(SAMPLE.replaceAll("CheckMacValue=.*", "CheckMacValue=" + mac)))
        .isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "72F8", "zz", "72F8C0BB157D97E68FCAF5E79E8E142"})
  void aSignatureOfAnotherFormIsRefused(String mac) {
    assertThat(read(SAMPLE.replaceAll("CheckMacValue=.*", "CheckMacValue=" + mac)))
        .isEqualTo(REFUSED);
    assertThat(read(SAMPLE.replaceAll("&CheckMacValue=.*", ""))).isEqualTo(REFUSED);
  }

  @Test
  void aFailureIsReportedWithItsCode() {
    assertThat(
            ((Reading.Authentic<ConsentReport>) read(signed(with("RtnCode", "1600003"))))
                .report()
                .rtnCode())
        .isEqualTo(1_600_003);
  }

  @ParameterizedTest
  @CsvSource({
    "RtnCode, ''",
    "RtnCode, 99999999999",
    "IA_Allow_No, 190918",
    "IA_Invoice_No, UV1110001",
    "IA_Date, yesterday",
    "IIS_Remain_Allowance_Amt, ''",
    "IIS_Remain_Allowance_Amt, -1",
  })
  void aSignedValueThatCannotBeIsRefusedWithoutAnException(String name, String value) {
    assertThat(read(signed(with(name, value)))).isEqualTo(REFUSED);
  }

  @Test
  void aFieldGivenTwiceIsRefused() {
    List<Field> doubled = new ArrayList<>(fields());
    doubled.add(new Field("IA_Date", "2026-01-01 00:00:00"));
    assertThat(read(signed(doubled))).isEqualTo(REFUSED);
  }

  @Test
  void moreThan64KibibytesOrABrokenFormAreRefused() {
    List<Field> much = new ArrayList<>(fields());
    much.add(new Field("New", "x".repeat(64 << 10)));
    assertThat(read(signed(much))).isEqualTo(REFUSED);
    assertThat(read("RtnCode=%")).isEqualTo(REFUSED);
    assertThat(read("")).isEqualTo(REFUSED);
  }
}
