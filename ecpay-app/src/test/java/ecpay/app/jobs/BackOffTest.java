package ecpay.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
  @ParameterizedTest
  @CsvSource({"1, PT2S", "2, PT4S", "9, PT8M32S", "10, PT15M", "19, PT15M", "20, PT1H", "99, PT1H"})
  void thePauseDoublesUpToALimitAndThenAnHour(int attempts, Duration pause) {
    assertThat(BackOff.after(attempts)).isEqualTo(pause);
  }
}
