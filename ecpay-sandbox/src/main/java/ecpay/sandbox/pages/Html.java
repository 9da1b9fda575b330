package ecpay.sandbox.pages;

import ecpay.sandbox.wire.Reply;
import java.util.Map;

/** The frame around every page, and the escaping of everything that is put into one. */
public final class Html {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; form-action ";

  private Html() {}

  /** A page whose forms lead back to the sandbox only. */
  public static Reply.Answer page(int status, String title, String body) {
    return framed(status, title, body, "'self'");
  }

  /** A page with a form that leads to the shop, wherever that is and wherever it redirects to. */
  public static Reply.Answer pageLeadingOut(String title, String body) {
    return framed(200, title, body, "http: https:");
  }

  private static Reply.Answer framed(int status, String title, String body, String formAction) {
    var html =
        """
        <!DOCTYPE html>
        <html lang="zh-Hant">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s</title>
        <link rel="stylesheet" href="/assets/page.css">
        </head>
        <body>
        <header>ECPay 沙盒 <span>Sandbox · 測試環境,不會真的扣款 no real money</span></header>
        <main>
        <h1>%1$s</h1>
        %2$s
        </main>
        </body>
        </html>
        """
            .formatted(escape(title), body);
    return Reply.of(
        status,
        "text/html; charset=utf-8",
        html,
        Map.of("Content-Security-Policy", POLICY + formAction, "Referrer-Policy", "no-referrer"));
  }

  /** Text as it may stand in an element or in a quoted attribute. */
  public static String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
