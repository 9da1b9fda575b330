package ecpay.app.web.console.order;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IncidentsPageTest {
  private static final MerchantId SHOP = new MerchantId("shop");

  private static List<RecordedEvent> incidents(long newest, long count) {
    return LongStream.iterate(newest, sequence -> sequence - 1)
        .limit(count)
        .mapToObj(sequence ->
            new RecordedEvent(
                sequence,
                SHOP,
                Optional.of(new OrderId("O" + sequence)),
                Instant.parse("2026-11-21T04:05:06Z"),
                new IncidentRaised("KIND", "about", "advice")))
        .toList();
  }

  @Test
  void aFullPageWithMoreBehindItNamesWhereTheNextBegins() {
    IncidentsPage page = IncidentsPage.of(SHOP, Long.MAX_VALUE, incidents(100, 51));
    assertThat(page.rows()).hasSize(50);
    assertThat(page.isFirst()).isTrue();
    assertThat(page.next()).contains(51L);
    assertThat(page.rows().getFirst())
        .isEqualTo(
            new IncidentsPage.Row(
                100, page.rows().getFirst().at(), "KIND", "about", "advice", "O100"));
  }

  @Test
  void theLastPageNamesNone() {
    IncidentsPage page = IncidentsPage.of(SHOP, 51, incidents(50, 50));
    assertThat(page.rows()).hasSize(50);
    assertThat(page.isFirst()).isFalse();
    assertThat(page.next()).isEmpty();
    assertThat(IncidentsPage.of(SHOP, 1, List.of()).rows()).isEmpty();
  }
}
