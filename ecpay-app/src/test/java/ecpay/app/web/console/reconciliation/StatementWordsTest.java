package ecpay.app.web.console.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.reconciliation.Difference.MissingThere;
import ecpay.domain.reconciliation.Difference.Subject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementWordsTest {
  private static final Subject REFUND =
      new Subject("T1", Optional.empty(), Optional.empty(), Subject.REFUND);

  @Test
  void moneyThatDidNotComeAndMoneyThatDidNotGoBackAreToldApart() {
    assertThat(StatementWords.of(new MissingThere(REFUND, -400, false)))
        .isEqualTo("Given back here, not in ECPay's file");
    assertThat(StatementWords.of(new MissingThere(REFUND, 400, false)))
        .isEqualTo("Paid here, not in ECPay's file");
  }
}
