package ecpay.sandbox.control;

import ecpay.sandbox.pages.Html;
import ecpay.sandbox.wire.Router;

/** {@code /}: what there is. */
final class StartPage {
  private static final String BODY =
      """
      <p>這是離線的綠界測試環境。 An ECPay of your own that works without internet.</p>
      <table><tbody>
      <tr><td><a href="/sandbox/mailbox.html">信箱 Mailbox</a></td>
      <td>通知信與折讓同意連結 notifications and consent links</td></tr>
      <tr><td><a href="/sandbox/counter.html">櫃檯 Counter</a></td>
      <td>銀行與超商繳費 pays accounts, store codes and barcodes</td></tr>
      <tr><td><a href="/sandbox/ledger">帳本 Ledger</a></td>
      <td>交易、發票、折讓 trades, invoices, allowances (JSON)</td></tr>
      <tr><td><a href="/sandbox/journal">日誌 Journal</a></td>
      <td>每一次呼叫,已解密 every exchange, decrypted (JSON)</td></tr>
      <tr><td><a href="/sandbox/faults">故障 Faults</a></td>
      <td>刻意的錯誤 misbehaviour on purpose (JSON)</td></tr>
      <tr><td><a href="/sandbox/callbacks">回呼 Callbacks</a></td>
      <td>重複、延遲、亂序 repeated, late, reordered (JSON)</td></tr>
      <tr><td><a href="/sandbox/settings">設定 Settings</a></td>
      <td>上傳、未加密的清單 uploads, plain lists (JSON)</td></tr>
      <tr><td><a href="/sandbox/cards">卡片 Cards</a></td>
      <td>自動請款、退款餘額 automatic capture, refunds (JSON)</td></tr>
      <tr><td><a href="/sandbox/tracks">字軌 Tracks</a></td>
      <td>發票號碼與存量 invoice numbers and what is left of them (JSON)</td></tr>
      <tr><td><a href="/sandbox/checks">財政部 Tax authority</a></td>
      <td>查無資料、維護中 what it does not know, and whether it is down (JSON)</td></tr>
      <tr><td><a href="/sandbox/clock">時鐘 Clock</a></td>
      <td>可調整的時間 a clock that can be moved (JSON)</td></tr>
      </tbody></table>
      <h2>測試卡號 Test cards</h2>
      <table><tbody>
      <tr><td><code>4311952222222222</code></td><td>3-D Secure <code>1234</code>, approved</td></tr>
      <tr><td><code>4938177777777777</code></td><td>3-D Secure <code>1234</code>, approved</td></tr>
      <tr><td><code>4311952222220001</code></td><td>approved without 3-D Secure</td></tr>
      <tr><td><code>4311952222220058</code></td><td>refused by the bank, 10200058</td></tr>
      <tr><td><code>4311952222220043</code></td><td>3-D Secure fails, 10200043</td></tr>
      <tr><td><code>4311952222220115</code></td><td>no answer, nothing happens</td></tr>
      <tr><td><code>4311952222220116</code></td><td>no answer, approved later</td></tr>
      </tbody></table>
      """;

  private StartPage() {}

  static void open(Router router) {
    router.on("GET", "/", _ -> Html.page(200, "ECPay 沙盒 Sandbox", BODY));
  }
}
