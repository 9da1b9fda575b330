package ecpay.app.web.api.invoice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.app.web.api.EcpaySays;
import ecpay.app.web.json.Replies;
import ecpay.domain.answer.Answer;
import ecpay.domain.notification.Notification;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** A notice and what became of it: schema {@code Notification} of the contract. */
public final class NotificationView {
  private NotificationView() {}

  public static ObjectNode of(Notification notification) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("invoiceNumber", notification.notice().invoice().value())
        .put("subject", Words.of(notification.notice().subject()))
        .put("channel", Words.of(notification.notice().channel()))
        .put("requestedAt", Times.iso(notification.requestedAt()))
        .put("outcome", Words.of(notification.outcome()))
        .put("detail", notification.detail());
  }

  /** Answers with a notice that was sent (201), or with a problem (502). */
  public static void tell(Context ctx, Notification notification) {
    EcpaySays.tell(
        ctx,
        answer(notification),
        sent -> {
          ctx.status(HttpStatus.CREATED);
          Replies.json(ctx, of(sent));
        });
  }

  private static Answer<Notification> answer(Notification notification) {
    String detail = notification.detail();
    return switch (notification.outcome()) {
      case SENT -> new Answer.Accepted<>(notification);
      case REFUSED -> new Answer.Refused<>("InvoiceNotify", detail);
      case NOT_SENT -> new Answer.NotSent<>(detail);
      case REQUESTED, UNKNOWN -> new Answer.Unknown<>(detail, false);
    };
  }
}
