package ecpay.domain.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Rule;
import org.junit.jupiter.api.Test;

class AnswerTest {
  @Rule("R-PAY-13")
  @Test
  void onlyAnAcceptedAnswerChangesItsValueAndNoKindTurnsIntoAnother() {
    assertThat(new Answer.Accepted<>(2).map(n -> "n" + n)).isEqualTo(new Answer.Accepted<>("n2"));
    assertThat(new Answer.Refused<Integer>("10", "no").map(n -> "n" + n))
        .isEqualTo(new Answer.Refused<String>("10", "no"));
    assertThat(new Answer.NotSent<Integer>("down").map(n -> "n" + n))
        .isEqualTo(new Answer.NotSent<String>("down"));
    assertThat(new Answer.Unknown<Integer>("late", true).map(n -> "n" + n))
        .isEqualTo(new Answer.Unknown<String>("late", true));
    assertThat(new Answer.Unknown<Integer>("500", false).map(n -> "n" + n))
        .isEqualTo(new Answer.Unknown<String>("500", false));
  }

  @Test
  void everyAnswerButAYesSaysWhy() {
    assertThat(new Answer.Refused<Integer>("10", "no").why()).isEqualTo("refused: 10 no");
    assertThat(new Answer.NotSent<Integer>("down").why()).isEqualTo("not sent: down");
    assertThat(new Answer.Unknown<Integer>("late", true).why()).isEqualTo("without answer: late");
  }
}
