package ecpay.sandbox.payment.member;

import static ecpay.sandbox.pages.Html.escape;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.member.Visit;
import ecpay.sandbox.pages.Html;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;

/** {@code /sandbox/member-cards/{Token}}: a member looks at the own cards and deletes them. */
final class MemberPage {
  private static final String PATH = "/sandbox/member-cards/";

  private final Ledger ledger;
  private final SandboxClock clock;

  MemberPage(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void open(Router router) {
    router.under("GET", PATH, request -> ledger.act(() -> show(request)));
    router.under("POST", PATH, request -> ledger.act(() -> delete(request)));
  }

  private Reply show(Request request) {
    return ledger
        .boundCards()
        .visit(request.after(PATH), clock.instant())
        .map(this::page)
        .orElseGet(MemberPage::unknown);
  }

  /** Deletes the card whose id the button carries, if it is the member's. */
  private Reply delete(Request request) {
    var visit = ledger.boundCards().visit(request.after(PATH), clock.instant());
    if (visit.isEmpty()) {
      return unknown();
    }
    var cards = ledger.boundCards();
    cards
        .find(visit.get().merchantId(), request.form("delete").orElse(""))
        .filter(card -> card.memberId().equals(visit.get().memberId()))
        .ifPresent(cards::remove);
    return page(visit.get());
  }

  private Reply page(Visit visit) {
    var rows = new StringBuilder();
    for (var card : ledger.boundCards().of(visit.merchantId(), visit.memberId())) {
      rows.append(
          "<tr><td>%s******%s</td><td><button class=\"quiet\" name=\"delete\" value=\"%s\">"
                  .formatted(escape(card.card6()), escape(card.card4()), escape(card.bindCardId()))
              + "刪除 Delete</button></td></tr>\n");
    }
    var body =
        rows.isEmpty()
            ? "<p>沒有綁定的卡片。 There is no card.</p>"
            : "<form method=\"post\"><table><tbody>" + rows + "</tbody></table></form>";
    return Html.page(200, "我的卡片 My cards", body);
  }

  private static Reply unknown() {
    return Html.page(404, "找不到頁面 Not found", "<p>連結無效或已過期。 No such page.</p>");
  }
}
