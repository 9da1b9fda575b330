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

  /** The header as stage sends it, and lines as a shop has them in its books (U-03). */
  @Test
  void aFileOfQueryTradeMediaIsReadByTheHeadersThatEcpaySends() {
    String file =
        """
        ="特店交易編號",="綠界交易編號",="交易日期",="付款方式",="手續費率",="結算日期",="撥款日期",="交易金額",\
        ="金流手續費",="平台手續費",="退款金額",="應收款項(淨額)",="金流處理費"
        ="A1",="2608010001",="2026/08/11 13:27:00",="ATM",="1%",="2026/08/12 00:00:00",\
        ="2026/08/13 00:00:00",="1290",="15.00",="2",="0",="1272",="1"
        ="A2",="2607030002",="2026/07/03 19:47:00",="信用卡",="2%",="2026/07/21 00:00:00",\
        ="2026/07/28 00:00:00",="-2180",="-43.6",="0",="0",="-2136.4",="0"
        """;
    List<StatementEntry> read = read(file);
    StatementLine paid = (StatementLine) read.get(0);
    assertThat(paid.ecpayNo()).isEqualTo("2608010001");
    assertThat(paid.fee()).contains(new BigDecimal("18.00"));
    assertThat(paid.settledOn()).contains(LocalDate.of(2026, 8, 12));
    assertThat(paid.disbursedOn()).contains(LocalDate.of(2026, 8, 13));
    assertThat(paid.disbursed()).contains(new BigDecimal("1272"));
    assertThat(paid.paidAt())
        .contains(LocalDateTime.of(2026, 8, 11, 13, 27).atZone(Taipei.ZONE).toInstant());
    StatementLine refund = (StatementLine) read.get(1);
    assertThat(refund.isRefund()).isTrue();
    assertThat(refund.fee()).contains(new BigDecimal("-43.6"));
  }

  @Test
  void cellsThatAreFormulasWithoutQuotesAreReadAndAllFeesAddUp() {
    StatementLine line =
        line(
            """
            訂單日期,廠商訂單編號,綠界訂單編號,付款方式,交易金額,手續費率(每筆),手續費,處理費,平台手續費,應收款項（淨額）,撥款狀態
            =2026-08-20 10:00:00,=A1,=2608200001,ATM櫃員機,=1000,=1%,=10,=5,=3,=982,已撥款
            """);
    assertThat(line.tradeNo()).isEqualTo("A1");
    assertThat(line.ecpayNo()).isEqualTo("2608200001");
    assertThat(line.amount()).isEqualTo(1000);
    assertThat(line.fee()).contains(new BigDecimal("18"));
    assertThat(line.disbursed()).contains(new BigDecimal("982"));
    assertThat(line.orderedAt()).isPresent();
  }

  @Test
  void aSumOfADayIsNoLineAndNothingUnreadable() {
    List<StatementEntry> read =
        read(
            """
            授權單號,授權碼,關帳單號,訂單編號,交易日期,請款日期,交易金額,手續費,%數,撥款金額,交易處理費
            =10735183,=777777,=1,=A1,=20260820,=20260821,=-200,=-4,=2%,=-196,=0
            ,,,,,每日小計:,-970,-20,,-950,0
            =10735184,=777778,=2,=A2,=20260820,=20260821,=300,=6,=2%,=294,=1
            合計,,,,,,-670,-14,,-656,1
            """);
    assertThat(read).hasSize(2);
    assertThat(((StatementLine) read.get(0)).fee()).contains(new BigDecimal("-4"));
    assertThat(((StatementLine) read.get(1)).row()).isEqualTo(4);
    assertThat(((StatementLine) read.get(1)).fee()).contains(new BigDecimal("7"));
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
