package ecpay.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.app.command.PlayedPlatform.Heard;
import ecpay.app.command.PlayedPlatform.Result;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command is one request of the contract, and every request has its command. */
class CommandsAndContractTest {
  /** The contract itself is for programs. */
  private static final Set<String> WITHOUT_A_COMMAND = Set.of("getContract");

  private static final String JSON = "{\"any\": \"thing, 茶\"}";

  /**
   * A command and what it asks for.
   *
   * @param operation the operationId
   * @param input what its standard input holds
   * @param target without {@code /api/v1}
   */
  record Asking(
      String operation,
      List<String> words,
      String input,
      String method,
      String target,
      String body) {
    static Asking get(String operation, String words, String target) {
      return new Asking(operation, List.of(words.split(" ")), "", "GET", target, "");
    }

    static Asking post(String operation, String words, String target, String body) {
      return new Asking(operation, List.of(words.split(" ")), "", "POST", target, body);
    }

    static Asking carry(String operation, String words, String target) {
      return new Asking(operation, List.of(words.split(" ")), JSON, "POST", target, JSON);
    }

    @Override
    public String toString() {
      return String.join(" ", words);
    }
  }

  static List<Asking> askings() {
    return List.of(
        Asking.get("getOrder", "order show o1", "/orders/o1"),
        Asking.get("findOrder", "order show --reference A:1", "/orders?reference=A%3A1"),
        Asking.carry("placeOrder", "order place", "/orders"),
        Asking.carry("placeOrder", "order place --dry-run", "/orders?dry_run=true"),
        Asking.carry("placeOrder", "order preview", "/orders?dry_run=true"),
        Asking.post("startPayment", "order pay o1", "/orders/o1/payments", "{}"),
        Asking.post(
            "startPayment",
            "order pay o1 --method card,atm",
            "/orders/o1/payments",
            "{\"methods\":[\"card\",\"atm\"]}"),
        Asking.post(
            "startPayment",
            "order pay o1 --beside p1",
            "/orders/o1/payments",
            "{\"beside\":\"p1\"}"),
        Asking.post(
            "startPayment",
            "order pay o1 --hosted --counter-line a --counter-line b --custom-field x --branch S1"
                + " --remark note --code-on-our-page",
            "/orders/o1/payments",
            "{\"channel\":\"hosted\",\"codeOnOurPage\":true,\"counterLines\":[\"a\",\"b\"],"
                + "\"customFields\":[\"x\"],\"branch\":\"S1\",\"remark\":\"note\"}"),
        Asking.post(
            "bindCard",
            "card bind m1 --name 王 --email a@b.c",
            "/members/m1/cards",
            "{\"name\":\"王\",\"email\":\"a@b.c\"}"),
        Asking.get("listCards", "card list m1", "/members/m1/cards"),
        new Asking(
            "deleteCard",
            List.of("card", "delete", "m1", "c1"),
            "",
            "DELETE",
            "/members/m1/cards/c1",
            ""),
        Asking.post(
            "openCardPage",
            "card page m1 --name 王 --phone 0912345678",
            "/members/m1/card-page",
            "{\"name\":\"王\",\"phone\":\"0912345678\"}"),
        Asking.post(
            "payWithCard",
            "card pay o1 --member m1 --card c1 --beside p1",
            "/orders/o1/card-payments",
            "{\"member\":\"m1\",\"card\":\"c1\",\"beside\":\"p1\"}"),
        Asking.get("listKeys", "key list", "/keys"),
        Asking.post("addKey", "key add till", "/keys", "{\"name\":\"till\"}"),
        new Asking("withdrawKey", List.of("key", "withdraw", "K1"), "", "DELETE", "/keys/K1", ""),
        Asking.post("withdrawOtherKeys", "key withdraw-others", "/keys/withdraw-others", ""),
        Asking.get("listReports", "reconcile list --before r1", "/reconciliations?before=r1"),
        Asking.get("getReport", "reconcile show r1 --skip 100", "/reconciliations/r1?skip=100"),
        Asking.post(
            "requestReport",
            "reconcile fetch --kind TradeNoAio --from 2026-11-21",
            "/reconciliations",
            "{\"file\":\"TradeNoAio\",\"from\":\"2026-11-21\"}"),
        Asking.carry(
            "compareOwnFile",
            "reconcile - --kind TradeNoAio --from 2026-11-01 --to 2026-11-21",
            "/reconciliations/files?file=TradeNoAio&from=2026-11-01&to=2026-11-21"),
        Asking.post(
            "applyDifference",
            "reconcile apply d1 --note seen --there 9.50",
            "/reconciliations/differences/d1/apply",
            "{\"note\":\"seen\",\"there\":\"9.50\"}"),
        Asking.get("listFees", "reconcile fees p1", "/fees?payment=p1"),
        Asking.get("listContracts", "contract list o1", "/orders/o1/contracts"),
        Asking.get("getPeriodicContract", "contract show T1", "/contracts/T1"),
        Asking.post("cancelContract", "contract cancel T1", "/contracts/T1/cancel", ""),
        Asking.post(
            "reauthorizeContract", "contract reauthorize T1", "/contracts/T1/reauthorize", ""),
        Asking.carry("requestRefund", "refund request o1", "/orders/o1/refunds"),
        Asking.carry(
            "requestRefund", "refund request o1 --dry-run", "/orders/o1/refunds?dry_run=true"),
        Asking.carry("requestRefundOfPayment", "refund payment p1", "/payments/p1/refunds"),
        Asking.get("showRefund", "refund show r1", "/refunds/r1"),
        Asking.post("continueRefund", "refund continue r1", "/refunds/r1/continue", "{}"),
        Asking.post("cancelRefund", "refund cancel r1", "/refunds/r1/cancel", "{}"),
        Asking.post(
            "paidByHand",
            "refund paid r1 --by Lin --bank-reference TX1",
            "/refunds/r1/paid-by-hand",
            "{\"by\":\"Lin\",\"bankReference\":\"TX1\"}"),
        Asking.get("listTasks", "refund tasks", "/tasks"),
        Asking.get("showCardTrade", "refund card p1", "/payments/p1/card"),
        Asking.post("capturePayment", "refund capture p1", "/payments/p1/capture", "{}"),
        Asking.get("listEvents", "order events o1", "/orders/o1/events"),
        Asking.get("listIncidents", "order incidents", "/incidents"),
        Asking.get("listIncidents", "order incidents --before 7", "/incidents?before=7"),
        Asking.get("listCalls", "order calls o1", "/orders/o1/calls"),
        Asking.carry("requestInvoice", "invoice request o1", "/orders/o1/invoices"),
        Asking.carry(
            "requestInvoice", "invoice request o1 --dry-run", "/orders/o1/invoices?dry_run=true"),
        Asking.get("getInvoice", "invoice show i1", "/invoices/i1"),
        Asking.get("getInvoiceAtEcpay", "invoice at-ecpay i1", "/invoices/i1/at-ecpay"),
        Asking.post(
            "voidInvoice",
            "invoice void i1 --reason 退貨",
            "/invoices/i1/void",
            "{\"reason\":\"退貨\"}"),
        Asking.post(
            "voidInvoice",
            "invoice void i1 --reason x --dry-run",
            "/invoices/i1/void?dry_run=true",
            "{\"reason\":\"x\"}"),
        Asking.carry("reissueInvoice", "invoice reissue i1", "/invoices/i1/reissue"),
        Asking.carry(
            "reissueInvoice", "invoice reissue i1 --dry-run", "/invoices/i1/reissue?dry_run=true"),
        Asking.post("triggerInvoice", "invoice trigger i1", "/invoices/i1/trigger", ""),
        Asking.post("cancelInvoice", "invoice cancel i1", "/invoices/i1/cancel", ""),
        Asking.carry("editInvoice", "invoice edit i1", "/invoices/i1/edit"),
        Asking.post("retryInvoice", "invoice retry i1", "/invoices/i1/retry", "{}"),
        Asking.post(
            "printInvoice",
            "invoice print i1 --style single",
            "/invoices/i1/print",
            "{\"style\":\"single\"}"),
        Asking.post(
            "notifyOfInvoice",
            "invoice notify i1 --subject issued --channel email --recipient buyer --email a@b.c",
            "/invoices/i1/notices",
            "{\"subject\":\"issued\",\"channel\":\"email\",\"recipient\":\"buyer\",\"email\":\"a@b.c\"}"),
        Asking.post(
            "notifyOfInvoice",
            "invoice notify i1 --subject allowance_issued --allowance a1",
            "/invoices/i1/notices",
            "{\"subject\":\"allowance_issued\",\"allowance\":\"a1\"}"),
        Asking.get(
            "compareInvoices",
            "invoice compare --date 2026-11-21",
            "/invoices/compare?date=2026-11-21"),
        Asking.carry("requestAllowance", "allowance request o1", "/orders/o1/allowances"),
        Asking.carry(
            "requestAllowance",
            "allowance request o1 --dry-run",
            "/orders/o1/allowances?dry_run=true"),
        Asking.get("getAllowance", "allowance show a1", "/allowances/a1"),
        Asking.post(
            "cancelAllowance",
            "allowance cancel a1 --reason x",
            "/allowances/a1/cancel",
            "{\"reason\":\"x\"}"),
        Asking.post(
            "voidAllowance",
            "allowance void a1 --reason x",
            "/allowances/a1/void",
            "{\"reason\":\"x\"}"),
        Asking.post("signAllowance", "allowance sign a1", "/allowances/a1/signature", ""),
        Asking.post(
            "settleAllowance",
            "allowance settle a1 --number 2026112112051234",
            "/allowances/a1/settle",
            "{\"number\":\"2026112112051234\"}"),
        Asking.post(
            "settleAllowance",
            "allowance settle a1 --never-happened",
            "/allowances/a1/settle",
            "{\"neverHappened\":true}"),
        Asking.post(
            "mailConsentAgain", "allowance consent-mail a1", "/allowances/a1/consent-mail", ""),
        Asking.get("listTracks", "tracks list --year 115 --term 6", "/tracks?year=115&term=6"),
        Asking.get("listTracks", "tracks list", "/tracks"),
        Asking.get("getTrackStock", "tracks stock", "/tracks/stock"),
        Asking.get("listAllotments", "tracks allotments --year 115", "/tracks/allotments?year=115"),
        Asking.post(
            "addTrack",
            "tracks add --year 115 --term 6 --header AB --start 10000000 --end 10000049",
            "/tracks",
            "{\"year\":115,\"term\":6,\"header\":\"AB\",\"start\":\"10000000\",\"end\":\"10000049\"}"),
        Asking.post(
            "switchTrack", "tracks enable 7", "/tracks/7/status", "{\"status\":\"enable\"}"),
        Asking.post(
            "switchTrack",
            "tracks pause 7 --year 115 --term 5",
            "/tracks/7/status",
            "{\"status\":\"pause\",\"year\":115,\"term\":5}"),
        Asking.post(
            "switchTrack", "tracks disable 7", "/tracks/7/status", "{\"status\":\"disable\"}"),
        Asking.get("checkBarcode", "check barcode /AB+2.-1", "/checks/barcodes?code=%2FAB%2B2.-1"),
        Asking.get("checkDonationCode", "check donation 919", "/checks/donation-codes?code=919"),
        Asking.get("checkCompany", "check company 04595257", "/checks/companies?number=04595257"),
        Asking.get("exportInvoices", "export invoices 115-6", "/exports/115-6/invoices.csv"),
        Asking.get("exportVoids", "export voids 115-6", "/exports/115-6/voids.csv"),
        Asking.get("exportAllowances", "export allowances 115-6", "/exports/115-6/allowances.csv"),
        Asking.get("exportTotals", "export totals 115-6", "/exports/115-6/totals.csv"));
  }

  @ParameterizedTest
  @MethodSource("askings")
  void aCommandIsOneRequest(Asking asking) throws IOException {
    try (PlayedPlatform platform = PlayedPlatform.answering(200, "合計,1\r\n")) {
      Result result = platform.run(asking.input, asking.words.toArray(String[]::new));
      assertThat(result.exit()).as(result.err()).isZero();
      assertThat(platform.heard)
          .containsExactly(
              new Heard(
                  asking.method,
                  "/api/v1" + asking.target,
                  asking.body,
                  "Bearer " + PlayedPlatform.KEY));
    }
  }

  @Test
  void everyOperationOfTheContractHasACommandAndNoCommandAsksForAnythingElse() throws IOException {
    Map<String, String> operations = ContractOperations.read();
    Set<String> expected = new TreeSet<>(operations.keySet());
    expected.removeAll(WITHOUT_A_COMMAND);
    Set<String> reached = new TreeSet<>();
    for (Asking asking : askings()) {
      reached.add(asking.operation);
      assertThat(asking.method + " /api/v1" + asking.target.replaceFirst("\\?.*", ""))
          .as(asking.operation)
          .matches(Objects.requireNonNull(operations.get(asking.operation), asking.operation));
    }
    assertThat(reached).isEqualTo(expected);
  }
}
