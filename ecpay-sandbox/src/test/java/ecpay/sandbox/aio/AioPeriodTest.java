package ecpay.sandbox.aio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Hosted;
import ecpay.sandbox.Order;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Periodic contracts of the hosted checkout (CB-05, CB-07; R-PAY-17, R-PAY-18). */
class AioPeriodTest {
  private static final String ACTION = "/Cashier/CreditCardPeriodAction";

  @AutoClose private final Bench bench = new Bench();

  @BeforeEach
  void start() {
    bench.taipei("2026-11-20T10:00:00");
  }

  private void begin(String number, String times) {
    var order = AioCheckOutTest.periodic(number, "M", "1", times);
    order.put("NeedExtraPaidInfo", "Y");
    Hosted.payByCard(bench, order);
    bench.told(1);
  }

  private JsonNode info(String number) {
    var form = Hosted.asking(bench, number);
    return Bench.json(Hosted.post(bench, "/Cashier/QueryCreditCardPeriodInfo", form).body());
  }

  private Map<String, String> act(String number, String action) {
    var form = Hosted.asking(bench, number);
    form.put("Action", action);
    return Hosted.verified(Hosted.post(bench, ACTION, form).body());
  }

  private Map<String, String> told(int count) {
    return Hosted.verified(bench.told(count).get(count - 1).body());
  }

  @Test
  void theFirstChargeIsToldAtReturnUrlAndLaterOnesAtPeriodReturnUrl() {
    begin("Sub1", "3");
    assertThat(told(1))
        .containsEntry("RtnCode", "1")
        .containsEntry("PeriodType", "M")
        .containsEntry("ExecTimes", "3")
        .containsEntry("TotalSuccessTimes", "1")
        .containsEntry("TotalSuccessAmount", "3680");
    bench.taipei("2026-12-20T10:00:01");
    assertThat(told(2))
        .containsEntry("RtnCode", "1")
        .containsEntry("Amount", "3680")
        .containsEntry("FirstAuthAmount", "3680")
        .containsEntry("TotalSuccessTimes", "2")
        .containsEntry("CustomField1", "field 1")
        .containsKeys("Gwsr", "AuthCode", "ProcessDate");
    assertThat(bench.told(2).get(1).path()).isEqualTo("/callbacks/aio-period");
    bench.taipei("2027-03-20T10:00:01");
    assertThat(told(3)).containsEntry("TotalSuccessTimes", "3");
    var info = info("Sub1");
    assertThat(info.path("ExecStatus").asText()).isEqualTo("2");
    assertThat(info.path("ExecLog")).hasSize(3);
    assertThat(info.path("TotalSuccessAmount").asInt()).isEqualTo(11_040);
    assertThat(bench.trade("Sub1").path("paidCount").asInt()).isEqualTo(1);
  }

  @Test
  void aContractIsCancelledOnce() {
    begin("Sub2", "12");
    assertThat(info("Sub2").path("ExecStatus").asText()).isEqualTo("1");
    assertThat(act("Sub2", "Cancel")).containsEntry("RtnCode", "1");
    assertThat(act("Sub2", "Cancel")).containsEntry("RtnCode", "100006");
    assertThat(info("Sub2").path("ExecStatus").asText()).isEqualTo("0");
    bench.taipei("2027-11-20T10:00:00");
    bench.quiet();
    assertThat(bench.shop.arrivals()).hasSize(1);
  }

  @Test
  void aRefusedChargeCanBeTriedAgain() {
    begin("Sub3", "12");
    assertThat(act("Sub3", "ReAuth")).containsEntry("RtnCode", "10200999");
    bench.control("POST", "/sandbox/contracts", "{\"merchantTradeNo\":\"Sub3\",\"refuseNext\":1}");
    bench.taipei("2026-12-20T10:00:01");
    assertThat(told(2))
        .containsEntry("RtnCode", "10200058")
        .containsEntry("AuthCode", "")
        .containsEntry("TotalSuccessTimes", "1");
    assertThat(act("Sub3", "ReAuth")).containsEntry("RtnCode", "1");
    assertThat(told(3)).containsEntry("RtnCode", "1").containsEntry("TotalSuccessTimes", "2");
  }

  @Test
  void aFirstChargeThatFailsBeginsNothing() {
    var page = Hosted.place(bench, AioCheckOutTest.periodic("Sub4", "D", "1", "2"));
    Hosted.card(bench, page, "4311952222220058");
    bench.submit(page, "code", "1234", "action", "confirm");
    assertThat(told(1)).containsEntry("RtnCode", "10200058");
    var info = info("Sub4");
    assertThat(info.path("RtnCode").asInt()).isZero();
    assertThat(info.path("ExecLog").isNull()).isTrue();
    assertThat(act("Sub4", "Cancel")).containsEntry("RtnCode", "10200047");
  }

  @Test
  void aWrongSignatureHasItsOwnCodeHere() {
    begin("Sub5", "2");
    var form = Hosted.asking(bench, "Sub5");
    form.put("Action", "Cancel");
    var foreign = Hosted.signed(form, Bench.PLATFORM_KEYS);
    assertThat(Hosted.verified(bench.post(ACTION, Hosted.FORM, foreign).body()))
        .containsEntry("RtnCode", "10200083");
    assertThat(act("Sub5", "Suspend")).containsEntry("RtnCode", "5100011");
    assertThat(Hosted.card(bench, "/aio/none", Order.APPROVED).statusCode()).isEqualTo(404);
  }
}
