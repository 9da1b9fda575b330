package ecpay.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import org.junit.jupiter.api.Test;

public abstract class NotificationsContract extends BooksContract {
  private final Notification requested = Samples.notification();

  @Test
  void theNoticesOfAnOrderComeOldestFirstAndWithTheirLastOutcome() {
    placedOrder();
    Notification second =
        Notification.request(
            new NotificationId("AAA"), Samples.SHOP, Samples.ORDER, Samples.notice(), Samples.NOW);
    Notification sent = requested.ended(Notification.Outcome.SENT, "done");
    holdingOrder(() -> books.notifications().add(requested));
    holdingOrder(() -> books.notifications().add(second));
    assertThat(books.notifications().ofOrder(Samples.SHOP, Samples.ORDER))
        .containsExactly(requested, second);

    holdingOrder(() -> books.notifications().save(sent));

    assertThat(books.notifications().ofOrder(Samples.SHOP, Samples.ORDER))
        .containsExactly(sent, second);
  }

  @Test
  void aNoticeIsAddedOnce() {
    placedOrder();
    holdingOrder(() -> books.notifications().add(requested));

    assertThatIllegalStateException()
        .isThrownBy(() -> holdingOrder(() -> books.notifications().add(requested)));
  }

  @Test
  void aNoticeIsWrittenUnderTheLockOfItsOrderOnly() {
    placedOrder();

    assertThatIllegalStateException().isThrownBy(() -> books.notifications().add(requested));
    assertThatIllegalStateException()
        .isThrownBy(() -> books.transactions().run(() -> books.notifications().add(requested)));
    assertThatIllegalStateException()
        .isThrownBy(() -> books.transactions().run(() -> books.notifications().save(requested)));
  }

  @Test
  void aNoticeThatIsNotThereCannotBeSaved() {
    placedOrder();

    assertThatIllegalStateException()
        .isThrownBy(() -> holdingOrder(() -> books.notifications().save(requested)));
  }
}
