package ecpay.adapter.http.hosted;

import static ecpay.adapter.http.hosted.HostedNotice.paid;
import static ecpay.adapter.http.hosted.HostedNotice.signed;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.http.Facts;
import ecpay.domain.inbox.Reading;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.rule.Rule;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** CB-06: the account, the store code or the barcode, and never money. */
class HostedCodesTest {
  private final PaymentNoticeReader reader =
      Facts.adapter(Facts.settings(URI.create("http://127.0.0.1:1")))
          .getInstance(PaymentNoticeReader.class);

  private Verdict info(Map<String, String> notice) {
    return ((Reading.Authentic<PaymentReport>)
            reader.readPaymentInfo(Facts.MERCHANT, signed(notice)))
        .report()
        .verdict();
  }

  @Rule("R-PAY-07")
  @Test
  void accountsStoreCodesAndBarcodesAreTold() {
    Map<String, String> atm = paid();
    atm.put("RtnCode", "2");
    atm.put("BankCode", "812");
    atm.put("vAccount", "9103522175887271");
    atm.put("ExpireDate", "2026/03/08");
    assertThat(info(atm))
        .isEqualTo(
            new Verdict.CodeIssued(
                new PaymentInstructions.Atm("812", "9103522175887271", LocalDate.of(2026, 3, 8))));
    Map<String, String> cvs = paid();
    cvs.put("RtnCode", "10100073");
    cvs.put("PaymentNo", "LLL24112345678");
    cvs.put("ExpireDate", "2026/03/12 09:08:07");
    cvs.put("PaymentURL", "https://payment.example/1");
    cvs.put("Barcode1", "");
    Instant deadline = Instant.parse("2026-03-12T01:08:07Z");
    assertThat(info(cvs))
        .isEqualTo(
            new Verdict.CodeIssued(
                new PaymentInstructions.CvsCode(
                    "LLL24112345678",
                    deadline,
                    Optional.of(URI.create("https://payment.example/1")))));
    Map<String, String> barcode = paid();
    barcode.put("RtnCode", "10100073");
    barcode.put("PaymentNo", "");
    barcode.put("Barcode1", "1503126F8");
    barcode.put("Barcode2", "3453010539246904");
    barcode.put("Barcode3", "031267000001680");
    barcode.put("ExpireDate", "2026/03/12 09:08:07");
    assertThat(info(barcode))
        .isEqualTo(
            new Verdict.CodeIssued(
                new PaymentInstructions.CvsBarcode(
                    "1503126F8", "3453010539246904", "031267000001680", deadline)));
  }

  @Rule("R-PAY-07")
  @Test
  void anApplicationToPayLaterIsKeptAndIsNeitherMoneyNorFailure() {
    Map<String, String> bnpl = paid();
    bnpl.put("RtnCode", "2");
    bnpl.put("BNPLTradeNo", "BN1");
    bnpl.put("BNPLInstallment", "3");
    bnpl.put("TradeDate", "2026/03/05 09:08:07");
    assertThat(info(bnpl))
        .isEqualTo(
            new Verdict.CodeIssued(
                new PaymentInstructions.Application(
                    "BN1", "3", Instant.parse("2026-03-12T01:08:07Z"))));
    bnpl.remove("BNPLTradeNo");
    assertThat(info(bnpl)).isEqualTo(new Verdict.Pending());
  }

  @Rule("R-PAY-06")
  @Test
  void whereCodesAreToldNoMoneyIsBelieved() {
    assertThat(info(paid())).isEqualTo(new Verdict.Pending());
  }
}
