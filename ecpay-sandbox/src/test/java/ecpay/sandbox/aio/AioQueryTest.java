package ecpay.sandbox.aio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.crypto.FormFields;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Hosted;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queries and actions of the hosted checkout (payments-aio.md sections 4 and 5; R-CAP). */
class AioQueryTest {
  private static final String TRADE_INFO = "/Cashier/QueryTradeInfo/V5";
  private static final String PAYMENT_INFO = "/Cashier/QueryPaymentInfo";
  private static final String CARD = "/CreditDetail/QueryTrade/V2";

  @AutoClose private final Bench bench = new Bench();

  @BeforeEach
  void start() {
    bench.taipei("2026-11-20T10:00:00");
  }

  private JsonNode card(String number, String checkCode) {
    var info = Hosted.tradeInfo(bench, number);
    var form = new LinkedHashMap<String, String>();
    form.put("MerchantID", "3002607");
    form.put("CreditRefundId", info.get("gwsr"));
    form.put("CreditAmount", info.get("TradeAmt"));
    form.put("CreditCheckCode", checkCode);
    return Bench.json(Hosted.post(bench, CARD, form).body());
  }

  private String state(String number) {
    return card(number, "71620453").at("/RtnValue/status").asText();
  }

  private Map<String, String> act(String number, String action, long amount) {
    var form = new LinkedHashMap<String, String>();
    form.put("MerchantID", "3002607");
    form.put("MerchantTradeNo", number);
    form.put("TradeNo", Hosted.tradeInfo(bench, number).get("TradeNo"));
    form.put("Action", action);
    form.put("TotalAmount", Long.toString(amount));
    return Hosted.map(FormFields.parse(Hosted.post(bench, "/CreditDetail/DoAction", form).body()));
  }

  @ParameterizedTest
  @CsvSource({"-181, 5100011", "-180, 0", "180, 0", "181, 5100011"})
  void aTimeStampIsGoodForThreeMinutes(long offset, String status) {
    Hosted.place(bench, Hosted.order("Time1", "ATM"));
    var form = Hosted.asking(bench, "Time1");
    form.put("TimeStamp", Long.toString(bench.now() + offset));
    assertThat(Hosted.verified(Hosted.post(bench, TRADE_INFO, form).body()))
        .containsEntry("TradeStatus", status);
  }

  @Test
  void aQueryKnowsTheOrderAsSoonAsItIsMade() {
    Hosted.place(bench, Hosted.order("New1", "ALL", "StoreID", "S1"));
    assertThat(Hosted.tradeInfo(bench, "New1"))
        .containsEntry("TradeStatus", "0")
        .containsEntry("StoreID", "S1")
        .containsEntry("TradeAmt", "3680")
        .containsEntry("PaymentType", "")
        .containsEntry("ItemName", "茶具 1,200 x 1#Cup ~M 240 x 2")
        .containsEntry("CustomField1", "field 1");
  }

  @Test
  void anUnknownOrderAndAWrongSignatureAreTradeStatuses() {
    assertThat(Hosted.tradeInfo(bench, "Nobody1")).containsEntry("TradeStatus", "10200047");
    var form = Hosted.signed(Hosted.asking(bench, "Nobody1"), Bench.INVOICE_KEYS);
    assertThat(Hosted.verified(bench.post(TRADE_INFO, Hosted.FORM, form).body()))
        .containsEntry("TradeStatus", "10200073");
  }

  @Test
  void thePaymentCodeIsAskedForAsItWasTold() {
    Hosted.choose(bench, Hosted.order("Code1", "CVS"), "CVS");
    var told = Hosted.verified(bench.told(1).getFirst().body());
    var asked =
        Hosted.verified(Hosted.post(bench, PAYMENT_INFO, Hosted.asking(bench, "Code1")).body());
    assertThat(asked).isEqualTo(told);
    var none = Hosted.post(bench, PAYMENT_INFO, Hosted.asking(bench, "Nobody1")).body();
    assertThat(Hosted.verified(none)).containsEntry("RtnCode", "10200047");
  }

  @Test
  void aCardIsAuthorizedThenToBeSettledThenSettled() {
    Hosted.payByCard(bench, Hosted.order("State1", "Credit"));
    assertThat(state("State1")).isEqualTo("Authorized");
    bench.taipei("2026-11-20T20:15:00");
    assertThat(state("State1")).isEqualTo("To be settled");
    bench.taipei("2026-11-21T02:00:00");
    var card = card("State1", "71620453").path("RtnValue");
    assertThat(card.path("status").asText()).isEqualTo("Settled");
    assertThat(card.path("clsamt").asInt()).isEqualTo(3680);
    assertThat(card.at("/close_data/0/amount").asInt()).isEqualTo(3680);
    bench.control("POST", "/sandbox/settings", "{\"chineseCardStates\":true}");
    assertThat(state("State1")).isEqualTo("已關帳");
  }

  @Test
  void theCardQuerySaysWhyItFails() {
    Hosted.payByCard(bench, Hosted.order("Why1", "Credit"));
    assertThat(card("Why1", "1").path("RtnMsg").asText()).isEqualTo("error");
    assertThat(card("Why1", "1").path("RtnValue")).isEmpty();
    var form = new LinkedHashMap<String, String>();
    form.put("MerchantID", "3002607");
    form.put("CreditRefundId", "1");
    form.put("CreditAmount", "3680");
    form.put("CreditCheckCode", "71620453");
    assertThat(Hosted.post(bench, CARD, form).body()).contains("error_nopay");
    form.put("MerchantID", "9999999");
    assertThat(Hosted.post(bench, CARD, form).body()).contains("error_Stop");
  }

  @Test
  void moneyGoesBackAsTheStateAllows() {
    Hosted.payByCard(bench, Hosted.order("Back1", "Credit"));
    assertThat(act("Back1", "R", 100)).containsEntry("RtnMsg", "error_amount_R");
    assertThat(act("Back1", "C", 3680)).containsEntry("RtnCode", "1");
    assertThat(act("Back1", "E", 3680)).containsEntry("RtnCode", "1");
    assertThat(act("Back1", "N", 3680)).containsEntry("RtnCode", "1");
    assertThat(state("Back1")).isEqualTo("Canceled");
    Hosted.payByCard(bench, Hosted.order("Back2", "Credit"));
    bench.taipei("2026-11-20T20:20:00");
    assertThat(act("Back2", "E", 3680)).containsEntry("RtnCode", "10200999");
    bench.taipei("2026-11-21T03:00:00");
    assertThat(act("Back2", "R", 680)).containsEntry("RtnCode", "1");
    assertThat(act("Back2", "R", 3001)).containsEntry("RtnMsg", "error_amount_R");
    assertThat(act("Back2", "R", 3000))
        .containsEntry("RtnCode", "1")
        .doesNotContainKey("CheckMacValue");
  }

  @Test
  void instalmentsGoBackAsAWholeOnly() {
    var page = Hosted.place(bench, Hosted.order("Whole1", "Credit", "CreditInstallment", "3"));
    Hosted.card(bench, page, "4311952222220001", "Instalment", "3");
    bench.taipei("2026-11-21T03:00:00");
    assertThat(act("Whole1", "R", 100)).containsEntry("RtnMsg", "error_amount_R");
    assertThat(act("Whole1", "R", 3680)).containsEntry("RtnCode", "1");
  }

  @Test
  void whatWasNotPaidByCardKnowsNoAction() {
    Hosted.choose(bench, Hosted.order("Atm2", "ATM"), "ATM");
    bench.control("POST", "/sandbox/trades/Atm2/pay", "{}");
    assertThat(act("Atm2", "R", 3680)).containsEntry("RtnCode", "10200047");
  }
}
