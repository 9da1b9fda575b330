package ecpay.adapter.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractReport;
import ecpay.domain.contract.ContractReport.Standing;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Cashier/QueryTrade of ECPG says of a contract, in the form that stage answers. */
class QueryPeriodTradeTest {
  private static final String ORDER =
      """
      "RtnCode":1,"RtnMsg":"Success!","PlatformID":"","MerchantID":"3002607","CustomField":"",
      "OrderInfo":{"MerchantTradeNo":"PERIOD1","TradeNo":"2608012349160646","TradeAmt":500,
       "PaymentType":"Credit","PaymentDate":"2026/08/01 23:49:16",
       "TradeDate":"2026/08/01 23:49:16","TradeStatus":"1","ChargeFee":20,"ProcessFee":1,
       "RefundAmount":0}\
      """;
  private static final String CARD =
      """
      "CardInfo":{"IssuingBank":"CTBC Bank","IssuingBankCode":"822","PeriodType":"M",
       "Frequency":1,"ExecTimes":12,"PeriodAmount":500,"TotalSuccessTimes":2,
       "TotalSuccessAmount":1000,"AuthCode":"777777","Gwsr":14522380,
       "ProcessDate":"2026/08/01 23:49:16","Amount":500,"Eci":0,"Card6No":"431195",
       "Card4No":"2222"}\
      """;
  private static final String LOG =
      """
      "ExecStatus":"1","ExecLog":[
       {"RtnCode":1,"Amount":500,"Gwsr":14522399,"ProcessDate":"2026/10/02 06:00:00",
        "AuthCode":"777779","TradeNo":"2610020600000003","ChargeFee":20.5},
       {"RtnCode":10200058,"Amount":500,"Gwsr":0,"ProcessDate":"2026/09/01 06:00:00",
        "AuthCode":"","TradeNo":"2609010600000002","ChargeFee":0},
       {"RtnCode":1,"Amount":500,"Gwsr":14522380,"ProcessDate":"2026/08/01 23:49:16",
        "AuthCode":"777777","TradeNo":"2608012349160646","ChargeFee":20}]\
      """;

  private static Answer<Optional<ContractReport>> answered(String... members) {
    return new QueryPeriodTrade(new EcpayMerchantId("3002607"), new MerchantTradeNo("PERIOD1"))
        .read(Fields.read("{" + String.join(",", members) + "}"));
  }

  private static ContractReport report(String... members) {
    return ((Answer.Accepted<Optional<ContractReport>>) answered(members)).value().orElseThrow();
  }

  @Rule("R-PAY-17")
  @Test
  void eachChargeIsToldWithItsNumbersAndItsFee() {
    ContractReport contract = report(ORDER, CARD, LOG);
    assertThat(contract.successes()).isEqualTo(2);
    assertThat(contract.charges()).extracting(ChargeReport::successes).containsExactly(1, 1, 2);
    ChargeReport last = contract.charges().getLast();
    assertThat(last.failure()).isEmpty();
    assertThat(last.authorizationId()).isEqualTo(14522399);
    assertThat(last.trade().ecpayTradeNo()).isEqualTo("2610020600000003");
    assertThat(last.trade().amount()).isEqualTo(Money.of(500));
    assertThat(last.trade().chargeFee()).isEqualTo(new BigDecimal("20.5"));
    assertThat(last.trade().paidAt()).contains(Instant.parse("2026-10-01T22:00:00Z"));
    assertThat(contract.charges().get(1).failure().orElseThrow().code()).isEqualTo("10200058");
  }

  @Rule("R-CAP-10")
  @Test
  void whetherItRunsIsToldByExecStatusAndNotByTradeStatus() {
    assertThat(report(ORDER, CARD, LOG).standing()).isEqualTo(Standing.RUNNING);
    assertThat(report(ORDER, CARD, "\"ExecStatus\":\"0\"").standing()).isEqualTo(Standing.STOPPED);
  }

  @Test
  void withoutAListTheCountAloneIsKnown() {
    ContractReport contract = report(ORDER, CARD);
    assertThat(contract.standing()).isEqualTo(Standing.UNTOLD);
    assertThat(contract.successes()).isEqualTo(2);
    assertThat(contract.charges()).isEmpty();
  }

  @Test
  void anAnswerWithoutACountProvesNothing() {
    assertThat(answered(ORDER)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void aContractThatEcpayDoesNotKnowIsNone() {
    assertThat(answered("\"RtnCode\":10000185", "\"RtnMsg\":\"Cant not find the trade data\""))
        .isEqualTo(new Answer.Accepted<>(Optional.empty()));
  }
}
