package ecpay.sandbox.control;

import static ecpay.sandbox.pages.Html.escape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.Mail;
import ecpay.sandbox.pages.Html;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Router;
import java.util.List;

/** {@code /sandbox/mailbox} and its page: every mail and text message, newest first. */
final class Mailbox {
  private final Ledger ledger;

  Mailbox(Ledger ledger) {
    this.ledger = ledger;
  }

  void open(Router router) {
    router.on("GET", "/sandbox/mailbox", Query.handler(() -> json(mails())));
    router.on("GET", "/sandbox/mailbox.html", _ -> page(mails()));
  }

  private List<Mail> mails() {
    return ledger.act(() -> ledger.outbox().mails()).reversed();
  }

  private static ObjectNode json(List<Mail> mails) {
    var answer = Json.object();
    var list = answer.putArray("mails");
    for (var mail : mails) {
      list.addObject()
          .put("at", mail.at().format(Formats.INVOICE_TIME))
          .put("channel", mail.channel())
          .put("to", mail.to())
          .put("subject", mail.subject())
          .put("text", mail.text())
          .put("link", mail.link());
    }
    return answer;
  }

  private static Reply page(List<Mail> mails) {
    var rows = new StringBuilder();
    for (var mail : mails) {
      rows.append("<tr><td>")
          .append(escape(mail.at().format(Formats.INVOICE_TIME)))
          .append("</td><td>")
          .append(escape(mail.channel() + " " + mail.to()))
          .append("</td><td><strong>")
          .append(escape(mail.subject()))
          .append("</strong><br>")
          .append(escape(mail.text()));
      if (!mail.link().isEmpty()) {
        rows.append("<br><a href=\"")
            .append(escape(mail.link()))
            .append("\">")
            .append(escape(mail.link()))
            .append("</a>");
      }
      rows.append("</td></tr>\n");
    }
    var body =
        mails.isEmpty()
            ? "<p>目前沒有信件。 There is no mail yet.</p>"
            : "<table><thead><tr><th>時間 Time</th><th>收件人 To</th><th>內容 Message</th></tr></thead>"
                + "<tbody>"
                + rows
                + "</tbody></table>";
    return Html.page(200, "信箱 Mailbox", body);
  }
}
