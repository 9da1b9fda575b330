package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import ecpay.domain.answer.Answer;
import org.junit.jupiter.api.AutoClose;

/** Tests of what is asked of ECPay's invoice service, and of what is made of its answers. */
public abstract class AskingForInvoices {
  @AutoClose protected final ScriptedEcpay ecpay = new ScriptedEcpay();
  protected final Injector adapter = Facts.adapter(Facts.settings(ecpay.uri()));

  /** The next answer of ECPay. */
  protected void answers(String data) {
    ecpay.thenData(Facts.INVOICE_KEYS, data);
  }

  /** The only thing that was asked so far. */
  protected void sent(String operation, String data) {
    assertThat(ecpay.onlyRequest().path()).isEqualTo("/B2CInvoice/" + operation);
    assertThat(ecpay.onlyRequest().data(Facts.INVOICE_KEYS).toString()).isEqualTo(data);
  }

  protected static <T> Answer<T> accepted(T value) {
    return new Answer.Accepted<>(value);
  }

  protected static <T> Answer<T> notAsExpected(String why) {
    return new Answer.Unknown<>("the answer is not as expected: " + why, false);
  }
}
