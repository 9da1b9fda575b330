package ecpay.crypto;

import static ecpay.crypto.Samples.fields;
import static ecpay.crypto.Samples.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples A to F of the reference ({@code crypto.md} section 4). */
class WorkedExamplesTest {
  private static final List<Field> AIO_ORDER =
      fields(
          "MerchantID", "3002607",
          "MerchantTradeNo", "MPO26A000017",
          "MerchantTradeDate", "2026/03/05 09:08:07",
          "PaymentType", "aio",
          "TotalAmount", "1680",
          "TradeDesc", "Spring sale (A*B)!",
          "ItemName", "Tea set 1,200 x 1#Cup ~M 240 x 2",
          "ReturnURL", "https://shop.example/hooks/aio?v=1",
          "ChoosePayment", "Credit",
          "EncryptType", "1");
  private static final Field EMPTY = new Field("CustomField1", "");

  private final CheckMac payment = CheckMac.with(Samples.PAYMENT);
  private final CheckMac invoice = CheckMac.with(Samples.INVOICE);

  @Test
  void exampleAIsSignedWithItsEmptyField() {
    assertThat(payment.compute(with(AIO_ORDER, EMPTY), Digest.SHA256, SpaceEncoding.PLUS))
        .isEqualTo("7502E2266C2ADD3ADA5F336C6FC6354EB917732C53FAEF6040BB5EE0D60591BE");
  }

  @Test
  void exampleAWithoutTheEmptyFieldIsAnotherMessage() {
    assertThat(payment.compute(AIO_ORDER, Digest.SHA256, SpaceEncoding.PLUS))
        .isEqualTo("844AD2DB278FC14FFCE83D192A7D1F6E17474829FE7A8153262ADAB09C0E5FEB");
  }

  @Test
  void exampleAShowsItsEncodedTextWithTheKeysMasked() {
    assertThat(payment.diagnose(with(AIO_ORDER, EMPTY)).encodedText())
        .isEqualTo(
            "hashkey%3d****%26choosepayment%3dcredit%26customfield1%3d%26encrypttype%3d1"
                + "%26itemname%3dtea+set+1%2c200+x+1%23cup+%7em+240+x+2%26merchantid%3d3002607"
                + "%26merchanttradedate%3d2026%2f03%2f05+09%3a08%3a07"
                + "%26merchanttradeno%3dmpo26a000017%26paymenttype%3daio"
                + "%26returnurl%3dhttps%3a%2f%2fshop.example%2fhooks%2faio%3fv%3d1"
                + "%26totalamount%3d1680%26tradedesc%3dspring+sale+(a*b)!%26hashiv%3d****");
  }

  @ParameterizedTest
  @CsvSource({
    "MD5, PLUS, 50A276E71DAE26343013958B405EEEA0",
    "MD5, PERCENT20, 9AD5E340890AEF03C64552BDBBB92593",
    "SHA256, PLUS, AE9C58D346678A3551C2013D967640D560EFE0CBD78CA2FFA4A3E14288E10B00",
    "SHA256, PERCENT20, 72F8C0BB157D97E68FCAF5E79E8E142D6B346BEEB756288BC668A5AA2C34980E"
  })
  void exampleBHasFourCells(Digest digest, SpaceEncoding space, String expected) {
    assertThat(invoice.compute(Samples.CONSENT, digest, space)).isEqualTo(expected);
  }

  @Test
  void exampleBShowsItsEncodedTextWithTheKeysMasked() {
    assertThat(invoice.diagnose(Samples.CONSENT).encodedText())
        .isEqualTo(
            "hashkey%3d****%26ia_allow_no%3d1909181313013546%26ia_date%3d2019-09-18+13%3a13%3a23"
                + "%26ia_invoice_no%3duv11100019%26iis_remain_allowance_amt%3d0%26rtncode%3d1"
                + "%26rtnmsg%3d%26hashiv%3d****");
  }

  @Test
  void exampleCOfThePhpSampleIsAVerifiedCallback() {
    List<Field> callback =
        fields(
            "MerchantID", "3002607",
            "MerchantTradeNo", "WPLL4E341E122DB44D62",
            "PaymentDate", "2019/05/09 00:01:21",
            "PaymentType", "Credit_CreditCard",
            "PaymentTypeChargeFee", "1",
            "RtnCode", "1",
            "RtnMsg", "交易成功",
            "SimulatePaid", "0",
            "TradeAmt", "500",
            "TradeDate", "2019/05/09 00:00:18",
            "TradeNo", "1905090000188278",
            "CheckMacValue", "6E7F053EF215FC851A050A2FF01D72CBE440EA138DC3E905647985DDF236FD25");
    assertThat(payment.verify(callback, Digest.SHA256)).isTrue();
  }

  @Test
  void exampleCOfTheOfficialPageIsASignedRequest() {
    List<Field> request =
        fields(
            "TradeDesc", "促銷方案",
            "PaymentType", "aio",
            "MerchantTradeDate", "2023/03/12 15:30:23",
            "MerchantTradeNo", "ecpay20230312153023",
            "MerchantID", "3002607",
            "ReturnURL", "https://www.ecpay.com.tw/receive.php",
            "ItemName", "Apple iphone 15",
            "TotalAmount", "30000",
            "ChoosePayment", "ALL",
            "EncryptType", "1");
    assertThat(payment.compute(request, Digest.SHA256, SpaceEncoding.PLUS))
        .isEqualTo("6C51C9E6888DE861FD62FB1DD17029FC742634498FD813DC43D4243B5685B840");
  }

  @Test
  void exampleDIsAPayloadOfThePaymentService() {
    String json =
        "{\"MerchantID\":\"3002607\",\"PayToken\":\"pt-0001\",\"MerchantTradeNo\":\"MPO26A000017\"}";
    String data =
        "udqjXgM+7Q6lCrrculcvzUFnN5zv0ibax1glKFxrORoCnwg2wOKvFKQSEIsVq6li3eLspvWsTDLaMo0PsUx/OyED"
            + "MyXUxNwrGUung6ZLcRjEAYSuTIbkkTjfGKf+lW6nxUSjOwvTH9Y3YHKs4iCb1yN6z9T1450AkTyWKxr+VmQ=";
    assertThat(json.getBytes(UTF_8)).hasSize(78);
    assertThat(UrlEncoding.encode(json))
        .isEqualTo(
            "%7B%22MerchantID%22%3A%223002607%22%2C%22PayToken%22%3A%22pt-0001%22%2C"
                + "%22MerchantTradeNo%22%3A%22MPO26A000017%22%7D")
        .hasSize(116);
    assertReadsAndWrites(Samples.PAYMENT, json, data);
    assertBlocks(data, 128, "b9daa35e033eed0ea50abadcba572fcd", "237acfd4f5e39d00913c962b1afe5664");
  }

  @Test
  void exampleEIsAPayloadOfTheInvoiceServiceWithChineseAndSpecialCharacters() {
    String json = "{\"MerchantID\":\"2000132\",\"ItemName\":\"茶具 (A*B)!~'x'\",\"Qty\":2}";
    String data =
        "XeEOdHpTRvxKEqs/JD9RSd16s7VtpyWVCN6AV44pKTVKsXddZRgV+Cle9oeB2PqseNwRzZRcj6XiKIpGCvctp9R1"
            + "MVqWbyz+TJMVdxAu95W5GlW+4HRnHJwjCWB5VAMYGLT5GYV0OHVlzKYN57GjlaHuV/h50tyU9MH/nACAErU=";
    assertThat(json.getBytes(UTF_8)).hasSize(63);
    assertThat(UrlEncoding.encode(json))
        .isEqualTo(
            "%7B%22MerchantID%22%3A%222000132%22%2C%22ItemName%22%3A%22%E8%8C%B6%E5%85%B7+"
                + "%28A%2AB%29%21%7E%27x%27%22%2C%22Qty%22%3A2%7D")
        .hasSize(123);
    assertReadsAndWrites(Samples.INVOICE, json, data);
    assertBlocks(data, 128, "5de10e747a5346fc4a12ab3f243f5149", "a1ee57f879d2dc94f4c1ff9c008012b5");
  }

  @Test
  void exampleFHasAWholeBlockOfPadding() {
    String json = "{\"MerchantID\":\"2000132\",\"ItemName\":\"\\u8336\\u5177\"}";
    String data =
        "XeEOdHpTRvxKEqs/JD9RSd16s7VtpyWVCN6AV44pKTVKsXddZRgV+Cle9oeB2PqseGQXw4FKmMejouwWLdefVf9h"
            + "jybEdudoMhs7hRMQT6r5xkJ/FAsp+78Sv5M4L4km";
    assertThat(json.getBytes(UTF_8)).hasSize(50);
    assertThat(UrlEncoding.encode(json))
        .isEqualTo(
            "%7B%22MerchantID%22%3A%222000132%22%2C%22ItemName%22%3A%22%5Cu8336%5Cu5177%22%7D")
        .hasSize(80);
    assertReadsAndWrites(Samples.INVOICE, json, data);
    assertThat(Base64.getDecoder().decode(data)).hasSize(96);
  }

  private static void assertReadsAndWrites(CryptoKeys keys, String json, String data) {
    assertThat(Payload.with(keys).encrypt(json)).isEqualTo(data);
    assertThat(Payload.with(keys).decrypt(data)).isEqualTo(json);
  }

  private static void assertBlocks(String data, int bytes, String first, String last) {
    byte[] ciphertext = Base64.getDecoder().decode(data);
    String hex = HexFormat.of().formatHex(ciphertext);
    assertThat(ciphertext).hasSize(bytes);
    assertThat(hex).startsWith(first).endsWith(last);
  }
}
