package ecpay.app.web.console.order;

import static ecpay.app.web.console.Table.state;
import static ecpay.app.web.console.Table.text;

import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.app.web.console.Table;
import ecpay.domain.journal.CallJournal.Call;
import ecpay.domain.notification.Notification;
import ecpay.domain.order.Order;
import java.util.List;

/** What was ordered, and what was said about it to the buyer and to ECPay. */
final class OrderTables {
  private OrderTables() {}

  static Table lines(Order order) {
    return new Table(
        "Lines",
        List.of("Item", "Quantity", "Unit price", "Amount", "Tax"),
        order.content().lines().stream()
            .map(line ->
                List.of(
                    text(line.name()),
                    text(line.quantity().value().toPlainString() + " " + line.unit()),
                    text(line.price().value().toPlainString()),
                    text(line.amount().toString()),
                    text(Words.of(line.tax()))))
            .toList());
  }

  static Table notices(List<Notification> notices) {
    return new Table(
        "Notices",
        List.of("Subject", "Outcome", "Requested", "Detail"),
        notices.stream()
            .map(notice ->
                List.of(
                    text(Words.of(notice.notice().subject())),
                    state(Words.of(notice.outcome())),
                    text(Times.clock(notice.requestedAt())),
                    text(notice.detail())))
            .toList());
  }

  static Table calls(List<Call> calls) {
    return new Table(
        "Calls to ECPay",
        List.of("Operation", "Outcome", "Sent", "Answered", "Detail"),
        calls.stream()
            .map(call ->
                List.of(
                    text(call.operation().name()),
                    state(call.outcome().isEmpty() ? "open" : Words.lower(call.outcome())),
                    text(Times.clock(call.openedAt())),
                    text(call.closedAt().map(Times::clock).orElse("")),
                    text(call.detail())))
            .toList());
  }
}
