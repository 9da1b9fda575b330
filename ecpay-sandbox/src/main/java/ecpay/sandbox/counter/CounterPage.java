package ecpay.sandbox.counter;

import static ecpay.sandbox.pages.Html.escape;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.counter.Till.Deed;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.pages.Html;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;
import java.util.List;

/** {@code /sandbox/counter.html}: shows what waits to be paid, and pays it. */
final class CounterPage {
  private static final String PATH = "/sandbox/counter.html";
  private static final int SHOWN = 200;

  /** Only our own page knows it, so no other web page can pay behind one's back. */
  private final String ticket = RandomIds.next();

  private final Ledger ledger;
  private final List<Till> tills;
  private final SandboxClock clock;

  CounterPage(Ledger ledger, List<Till> tills, SandboxClock clock) {
    this.ledger = ledger;
    this.tills = tills;
    this.clock = clock;
  }

  void open(Router router) {
    router.on("GET", PATH, _ -> ledger.act(() -> page(200, "")));
    router.on("POST", PATH, request -> ledger.act(() -> act(request)));
  }

  private Reply act(Request request) {
    if (!request.form("ticket").orElse("").equals(ticket)) {
      return page(403, "請從此頁操作。 Please use the buttons of this page.");
    }
    var code = request.form("code").orElse("").strip();
    var merchantId = request.form("merchantId").orElse("");
    var deed = request.form("deed").orElse("").equals("refuse") ? Deed.REFUSE : Deed.PAY;
    for (var till : tills) {
      for (var bill : till.bills()) {
        var meant = merchantId.isEmpty() || bill.merchantId().equals(merchantId);
        if (meant && bill.goesBy(code)) {
          return till.act(bill.merchantId(), bill.merchantTradeNo(), deed)
              .map(r -> page(r.done() ? 200 : 409, bill.merchantTradeNo() + ": " + r.words()))
              .orElseThrow();
        }
      }
    }
    return page(404, "查無此代碼。 Nothing waits under this code.");
  }

  private Reply page(int status, String words) {
    var notice =
        words.isEmpty() ? "" : "<p id=\"notice\" class=\"warning\">" + escape(words) + "</p>";
    return Html.page(
        status,
        "銀行與超商櫃檯 Bank and shop counter",
        notice
            + """
            <form method="post" action="%s"><input type="hidden" name="ticket" value="%s">
            <label for="code">帳號、代碼、條碼或訂單編號 Account, code, barcode or order number</label>
            <input id="code" name="code" autocomplete="off"><button>繳費 Pay</button></form>
            <h2>待繳 Outstanding</h2>
            """
                .formatted(PATH, ticket)
            + table());
  }

  private String table() {
    var rows = new StringBuilder();
    tills.stream()
        .flatMap(till -> till.bills().reversed().stream())
        .limit(SHOWN)
        .forEach(bill -> rows.append(row(bill)));
    return rows.isEmpty()
        ? "<p>沒有待繳款項。 Nothing waits to be paid.</p>"
        : """
        <table><thead><tr><th>訂單 Order</th><th>繳費 Pay by</th><th>金額 Amount</th>
        <th>期限 Until</th><th></th></tr></thead><tbody>
        """
            + rows
            + "</tbody></table>";
  }

  private String row(Bill bill) {
    var codes = new StringBuilder();
    bill.codes().forEach(code -> codes.append("<br><code>").append(escape(code)).append("</code>"));
    return """
    <tr><td>%s<br><small>%s</small></td><td>%s%s</td><td>NT$ %,d</td><td>%s</td><td>%s</td></tr>
    """
        .formatted(
            escape(bill.merchantTradeNo()),
            escape(bill.merchantId()),
            escape(bill.title()),
            codes,
            bill.amount(),
            bill.expiry().map(t -> t.format(Formats.PAYMENT_TIME)).orElse("-"),
            bill.isExpired(clock.now()) ? "已逾期 expired" : buttons(bill));
  }

  private String buttons(Bill bill) {
    var pay = bill.lending() ? "核准 Approve" : "繳費 Pay";
    var refuse =
        bill.lending()
            ? "<button class=\"quiet\" name=\"deed\" value=\"refuse\">婉拒 Refuse</button>"
            : "";
    return """
    <form method="post" action="%s"><input type="hidden" name="ticket" value="%s">
    <input type="hidden" name="merchantId" value="%s"><input type="hidden" name="code" value="%s">
    <button name="deed" value="pay">%s</button>%s</form>
    """
        .formatted(
            PATH, ticket, escape(bill.merchantId()), escape(bill.merchantTradeNo()), pay, refuse);
  }
}
