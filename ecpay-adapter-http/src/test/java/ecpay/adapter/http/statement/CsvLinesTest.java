package ecpay.adapter.http.statement;

import static ecpay.adapter.http.statement.WholeFile.AIO;
import static ecpay.adapter.http.statement.WholeFile.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.reconciliation.BrokenStatementException;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.StatementLine.Status;
import ecpay.domain.time.Taipei;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvLinesTest {
  private static StatementLine line(String text) {
    return (StatementLine) read(text).getFirst();
  }

  @Test
  void aLineOfTradeNoAioIsReadByItsHeaders() {
    StatementLine line =
        line(
            AIO
                + "2026/11/20 09:00:00,A1,2611200001,Credit_CreditCard,已付款,2026/11/21 12:07:00,"
                + "1000,27.50,1.5,971,未撥款,2026/11/28\r\n");
    assertThat(line.row()).isEqualTo(2);
    assertThat(line.tradeNo()).isEqualTo("A1");
    assertThat(line.ecpayNo()).isEqualTo("2611200001");
    assertThat(line.amount()).isEqualTo(1000);
    assertThat(line.status()).isEqualTo(Status.PAID);
    assertThat(line.method()).isEqualTo("Credit_CreditCard");
    assertThat(line.orderedAt())
        .contains(LocalDateTime.of(2026, 11, 20, 9, 0).atZone(Taipei.ZONE).toInstant());
    assertThat(line.paidAt())
        .contains(LocalDateTime.of(2026, 11, 21, 12, 7).atZone(Taipei.ZONE).toInstant());
    assertThat(line.fee()).contains(new BigDecimal("29.00"));
    assertThat(line.disbursed()).contains(new BigDecimal("971"));
    assertThat(line.disbursedOn()).contains(LocalDate.of(2026, 11, 28));
  }

  @Test
  void aLineOfTheBanksFileHasItsDaysAndItsFeeWithAPercentage() {
    StatementLine line =
        line(
            """
            序號,授權單號,授權碼,訂單編號,交易日期,請款日期,交易金額,服務費(%數),撥款金額
            1,10735183,777777,A1,20261121,20261122,-350,-9.63(2.75%),-340.37
            """);
    assertThat(line.authorization()).isEqualTo("10735183");
    assertThat(line.isRefund()).isTrue();
    assertThat(line.settledOn()).contains(LocalDate.of(2026, 11, 22));
    assertThat(line.fee()).contains(new BigDecimal("-9.63"));
    assertThat(line.ecpayNo()).isEmpty();
  }

  @Test
  void cellsWrittenAsFormulasQuotedOrWithCommasAreTheSame() {
    String header = "特店交易編號,綠界交易編號,結算日期,交易類別,交易金額,手續費\r\n";
    for (String row :
        List.of(
            "=\"A1\",=\"26112\",=\"2026/11/21\",=\"付款\",=\"1200\",=\"33.00\"",
            "\"=\"\"A1\"\"\",\"26112\",2026-11-21,付款,\"1,200\",\"33.00\"",
            " A1 ,26112,20261121,付款,NT$1200,33.00")) {
      StatementLine line = line("\uFEFF" + header + row);
      assertThat(line.tradeNo()).isEqualTo("A1");
      assertThat(line.ecpayNo()).isEqualTo("26112");
      assertThat(line.settledOn()).contains(LocalDate.of(2026, 11, 21));
      assertThat(line.amount()).isEqualTo(1200);
      assertThat(line.fee()).contains(new BigDecimal("33.00"));
    }
    assertThat(line(header + "A1,1,20261121,退款,300,").amount()).isEqualTo(-300);
    assertThat(line(header + "A1,1,20261121,退款,-300,").amount()).isEqualTo(-300);
  }

  @Test
  void big5IsToldFromUtf8ByTheBytes() {
    String text = AIO + "2026/11/20 09:00:00,A1,1,ATM_土地,付款失敗,,500,,,,,\r\n";
    for (String charset : List.of("Big5", "UTF-8")) {
      StatementLine line =
          (StatementLine) read(text.getBytes(Charset.forName(charset)), Map.of()).getFirst();
      assertThat(line.method()).isEqualTo("ATM_土地");
      assertThat(line.status()).isEqualTo(Status.FAILED);
      assertThat(line.paidAt()).isEmpty();
      assertThat(line.fee()).isEmpty();
    }
  }

  @Test
  void theHeaderRowAloneIsAFileWithoutData() {
    assertThat(read(AIO)).isEmpty();
    assertThat(read(AIO + "\r\n\r\n")).isEmpty();
  }

  @Test
  void aMissingColumnIsNamedWithTheHeadersItMayHave() {
    assertThatThrownBy(() -> read("特店訂單編號,付款方式\r\nA1,ATM\r\n"))
        .isInstanceOf(BrokenStatementException.class)
        .hasMessageContaining("amount")
        .hasMessageContaining("交易金額");
    assertThatThrownBy(() -> read("")).isInstanceOf(BrokenStatementException.class);
  }

  @Test
  void headersOfTheSettingsComeFirstAndUnknownColumnsAreLeft() {
    StatementEntry entry =
        read(
                "單號,別的,金額,交易金額\r\nA1,x,700,1\r\n".getBytes(UTF_8),
                Map.of(Column.ORDER_NUMBER, List.of("單號"), Column.AMOUNT, List.of("金額")))
            .getFirst();
    assertThat(((StatementLine) entry).tradeNo()).isEqualTo("A1");
    assertThat(((StatementLine) entry).amount()).isEqualTo(700);
  }

  @Test
  void aCellOverTwoLinesIsStillOneRow() {
    assertThat(read("特店訂單編號,交易金額,付款方式\r\nA1,100,\"a\r\nb\"\r\nA2,200,ATM\r\n"))
        .extracting(StatementEntry::row)
        .containsExactly(2L, 3L);
  }
}
