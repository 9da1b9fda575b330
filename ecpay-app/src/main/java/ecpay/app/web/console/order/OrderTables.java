package ecpay.app.web.console.order;

import static ecpay.app.web.console.Table.money;
import static ecpay.app.web.console.Table.number;
import static ecpay.app.web.console.Table.state;
import static ecpay.app.web.console.Table.text;
import static ecpay.app.web.console.Table.time;

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
        List.of("Item", "Quantity", "Unit", "Unit price", "Amount", "Tax"),
        order.content().lines().stream()
            .map(line ->
                List.of(
                    text(line.name()),
                    number(line.quantity().value()),
                    text(line.unit()),
                    number(line.price().value()),
                    money(line.amount()),
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
                    text(Words.of(notice.notice().subject()).replace('_', ' ')),
                    state(Words.of(notice.outcome())),
                    time(notice.requestedAt()),
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
                    time(call.openedAt()),
                    call.closedAt().map(Table::time).orElse(text("")),
                    text(call.detail())))
            .toList());
  }
}
