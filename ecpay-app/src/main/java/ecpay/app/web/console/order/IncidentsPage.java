package ecpay.app.web.console.order;

import ecpay.app.reading.Times;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

/**
 * What a person must look at, the newest first, a page at a time.
 *
 * @param isFirst whether these are the newest
 * @param next the sequence before which the next page begins, if there is one
 */
public record IncidentsPage(String merchant, boolean isFirst, List<Row> rows, Optional<Long> next) {
  static final int SIZE = 50;

  public IncidentsPage {
    rows = List.copyOf(rows);
  }

  /**
   * One incident.
   *
   * @param order the order that it belongs to, empty for none
   */
  public record Row(
      long sequence, String at, String kind, String about, String advice, String order) {}

  /**
   * @param newestFirst one more than a page holds, if there is one
   */
  static IncidentsPage of(MerchantId merchant, long before, List<RecordedEvent> newestFirst) {
    List<Row> rows = newestFirst.stream().limit(SIZE).map(IncidentsPage::row).toList();
    return new IncidentsPage(
        merchant.value(),
        before == Long.MAX_VALUE,
        rows,
        newestFirst.size() > SIZE ? Optional.of(rows.getLast().sequence()) : Optional.empty());
  }

  private static Row row(RecordedEvent event) {
    String order = event.order().map(OrderId::value).orElse("");
    return event.event() instanceof IncidentRaised(String kind, String about, String advice)
        ? new Row(event.sequence(), Times.clock(event.at()), kind, about, advice, order)
        : new Row(event.sequence(), Times.clock(event.at()), "", "", "", order);
  }
}
