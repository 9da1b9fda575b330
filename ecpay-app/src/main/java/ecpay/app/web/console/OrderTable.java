package ecpay.app.web.console;

import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.domain.journal.CallJournal.Call;
import ecpay.domain.notification.Notification;
import ecpay.domain.order.Order;
import java.util.List;

/** A table of an order's page. */
public record OrderTable(String title, List<String> columns, List<List<Cell>> rows) {
  public OrderTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A cell; a state is shown as a badge.
   *
   * @param link where a click leads; empty for nowhere
   */
  public record Cell(String text, boolean isState, String link) {}

  static OrderTable lines(Order order) {
    return new OrderTable(
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

  static OrderTable notices(List<Notification> notices) {
    return new OrderTable(
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

  static OrderTable calls(List<Call> calls) {
    return new OrderTable(
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

  static Cell text(String text) {
    return new Cell(text, false, "");
  }

  static Cell state(String word) {
    return new Cell(word, true, "");
  }

  static Cell link(String text, String path) {
    return new Cell(text, false, path);
  }
}
