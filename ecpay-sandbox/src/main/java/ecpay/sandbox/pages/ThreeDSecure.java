package ecpay.sandbox.pages;

import static ecpay.sandbox.pages.Html.escape;

import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;

/** The page on which the holder of a card types the one-time password. */
public final class ThreeDSecure {
  /** What the buyer reads after a wrong code. */
  public static final String WRONG = "驗證碼錯誤,請再試一次。 Wrong code, please try again.";

  /** The one-time password of every stage card (reference README section 4). */
  private static final String CODE = "1234";

  private ThreeDSecure() {}

  /** Whether the page came back with the right code. */
  public static boolean isRight(Request request) {
    return request.form("code").orElse("").strip().equals(CODE);
  }

  /**
   * The page.
   *
   * @param facts what is paid, in HTML
   * @param warning plain text, empty when there is none
   */
  public static Reply.Answer page(String facts, String warning) {
    var notice = warning.isEmpty() ? "" : "<p class=\"warning\">" + escape(warning) + "</p>";
    return Html.page(
        200,
        "3-D Secure 驗證",
        facts
            + notice
            + """
            <form method="post">
            <label for="code">簡訊驗證碼 One-time password <small>(<code>1234</code>)</small></label>
            <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" autofocus>
            <div><button name="action" value="confirm">確認 Confirm</button>
            <button class="quiet" name="action" value="cancel">取消 Cancel</button></div>
            </form>
            """);
  }
}
