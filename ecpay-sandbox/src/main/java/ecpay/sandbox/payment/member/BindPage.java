package ecpay.sandbox.payment.member;

import static ecpay.sandbox.pages.Html.escape;

import ecpay.sandbox.callback.Routes;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.member.Binding;
import ecpay.sandbox.ledger.member.Binding.Status;
import ecpay.sandbox.pages.Html;
import ecpay.sandbox.pages.ThreeDSecure;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;

/** The page on which a member proves to be the holder of the card that is to be bound. */
final class BindPage {
  static final String PATH = "/bind-card/";

  /** After so many wrong codes the authentication has failed. */
  private static final int TRIES = 3;

  private final Ledger ledger;
  private final Binder binder;
  private final Routes routes;

  BindPage(Ledger ledger, Binder binder, Routes routes) {
    this.ledger = ledger;
    this.binder = binder;
    this.routes = routes;
  }

  void open(Router router) {
    router.under("GET", PATH, request -> ledger.act(() -> answer(request, false)));
    router.under("POST", PATH, request -> ledger.act(() -> answer(request, true)));
  }

  private Reply answer(Request request, boolean decides) {
    var found = ledger.bindings().withPage(request.after(PATH));
    if (found.isEmpty()) {
      return Html.page(404, "找不到頁面 Not found", "<p>這個綁卡頁面不存在。 There is no such page.</p>");
    }
    var binding = found.get();
    var warning =
        decides && binding.status() == Status.AUTHENTICATING ? decide(binding, request) : "";
    return binding.status() == Status.AUTHENTICATING
        ? ThreeDSecure.page(facts(binding), warning)
        : backToShop(binding);
  }

  /** Binds, fails, or gives the warning with which the page is shown again. */
  private String decide(Binding binding, Request request) {
    if (request.form("action").orElse("").equals("cancel")) {
      binding.fail(Codes.AUTHENTICATION_FAILED);
      return "";
    }
    if (!ThreeDSecure.isRight(request)) {
      if (binding.countWrongCode() < TRIES) {
        return ThreeDSecure.WRONG;
      }
      binding.fail(Codes.AUTHENTICATION_FAILED);
      return "";
    }
    switch (binding.outcome()) {
      case APPROVED, APPROVED_WITHOUT_3D, APPROVED_LATE -> binder.bind(binding);
      case REFUSED, TIMED_OUT -> binding.fail(Codes.CARD_REFUSED);
      case AUTHENTICATION_FAILED -> binding.fail(Codes.AUTHENTICATION_FAILED);
    }
    return "";
  }

  private Reply backToShop(Binding binding) {
    var words =
        binding.status() == Status.BOUND
            ? "<p>綁卡完成。 The card is bound.</p>"
            : "<p class=\"warning\">綁卡失敗。 The card is not bound.</p>";
    return Html.pageLeadingOut(
        "返回商店 Back to the shop",
        facts(binding)
            + words
            + """
            <form id="back-to-shop" method="post" action="%s">
            <input type="hidden" name="ResultData" value="%s">
            <button>返回商店 Back to the shop</button></form>
            <script src="/assets/submit.js"></script>
            """
                .formatted(
                    escape(routes.apply(binding.terms().resultUrl())),
                    escape(binder.resultData(binding))));
  }

  private static String facts(Binding binding) {
    return """
    <dl><dt>商店 Merchant</dt><dd>%s</dd><dt>會員 Member</dt><dd>%s</dd>
    <dt>卡號 Card</dt><dd>%s******%s</dd></dl>
    """
        .formatted(
            escape(binding.terms().merchantId()),
            escape(binding.terms().memberId()),
            escape(binding.card6()),
            escape(binding.card4()));
  }
}
