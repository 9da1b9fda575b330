package ecpay.domain.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.rule.Rule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How far the call of a change has come, and whether it may leave again. */
class DeliveryTest {
  private static final Instant AT = Samples.NOW;

  @Rule("R-PAY-13")
  @Test
  void whatLeftIsInDoubtAndWhatIsDueIsNot() {
    assertThat(Delivery.Due.NEW.inDoubtSince()).isEmpty();
    assertThat(Delivery.Due.REPEAT.inDoubtSince()).isEmpty();
    assertThat(new Delivery.Sent(AT, false).inDoubtSince()).contains(AT);
    assertThat(new Delivery.Lost(AT, true).inDoubtSince()).contains(AT);
  }

  @Rule("R-TRN-06")
  @Test
  void onlyWhatEndedWithHttp500MayNotLeaveAgainByItself() {
    assertThat(Delivery.Due.NEW.mayRepeat()).isTrue();
    assertThat(new Delivery.Sent(AT, true).mayRepeat()).isTrue();
    assertThat(new Delivery.Lost(AT, true).mayRepeat()).isTrue();
    assertThat(new Delivery.Lost(AT, false).mayRepeat()).isFalse();
  }

  @Rule("R-PAY-13")
  @Test
  void aRepeatStaysARepeatUntilItIsAnswered() {
    assertThat(Delivery.Due.NEW.isRepeat()).isFalse();
    assertThat(Delivery.Due.NEW.sending(AT)).isEqualTo(new Delivery.Sent(AT, false));
    assertThat(Delivery.Due.NEW.sending(AT).isRepeat()).isFalse();
    assertThat(Delivery.Due.REPEAT.isRepeat()).isTrue();
    assertThat(Delivery.Due.REPEAT.sending(AT)).isEqualTo(new Delivery.Sent(AT, true));
    assertThat(Delivery.Due.REPEAT.sending(AT).isRepeat()).isTrue();
    assertThat(Delivery.Due.REPEAT.sending(AT).notSent()).isEqualTo(Delivery.Due.REPEAT);
    assertThat(Delivery.Due.NEW.sending(AT).notSent()).isEqualTo(Delivery.Due.NEW);
    assertThat(new Delivery.Lost(AT, true).isRepeat()).isTrue();
  }
}
