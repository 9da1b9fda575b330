package ecpay.adapter.http.outcome;

import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.rule.RuleViolationException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kinds of answers, kept apart for all of ECPay's services (errors.md, section 1). */
public final class Outcome {
  private static final Logger LOG = LoggerFactory.getLogger(Outcome.class);
  private static final int QUOTED_CHARACTERS = 200;

  /** The code of an envelope that was refused begins with this. */
  public static final String TRANS_CODE = "TransCode ";

  /** AIO's word for a CheckMacValue that is wrong (errors.md, section 3). */
  private static final String WRONG_SIGNATURE = "10200073";

  private Outcome() {}

  /** Makes a call and logs what kind of answer came, after how long. */
  public static <R> Answer<R> logged(
      String operation, EcpayAccount account, Supplier<Answer<R>> call) {
    long start = System.nanoTime();
    Answer<R> answer = withAdvice(account, call.get());
    // Never a message or a body: both may hold what is personal (R-TRN-07).
    LOG.info(
        "{} merchant={} {} {} ms",
        operation,
        account.merchantId(),
        kind(answer),
        (System.nanoTime() - start) / 1_000_000);
    return answer;
  }

  /**
   * ECPay does not say that a shop is not bound to the platform: it cannot open or verify what the
   * platform's keys closed, or finds fault with a MerchantID. Whoever reads the refusal is told
   * what to look at.
   */
  private static <R> Answer<R> withAdvice(EcpayAccount account, Answer<R> answer) {
    return answer instanceof Answer.Refused<R>(String code, String message)
            && account.platform().isPresent()
            && (code.startsWith(TRANS_CODE)
                || code.equals(WRONG_SIGNATURE)
                || message.contains("MerchantID"))
        ? new Answer.Refused<>(
            code,
            "%s (is merchant %s bound to platform %s at ECPay? R-TRN-09)"
                .formatted(message, account.merchantId(), account.platform().get()))
        : answer;
  }

  /** An answer whose status is not 200. */
  public static <R> Answer<R> ofStatus(int status, String body) {
    return switch (status) {
      case 404 -> new Answer.Refused<>("HTTP 404", "wrong host or path");
      // A fault of data or permission, says seed 000; whether anything happened is asked, never
      // assumed, and only a person sends it again (R-TRN-06). So too for what no source explains.
      default -> new Answer.Unknown<>("HTTP " + status + ": " + quoted(body), status > 500);
    };
  }

  /** No keys of ECPay's: nothing was sent. */
  public static <R> Answer<R> badKeys() {
    return new Answer.Refused<>("keys", "the HashKey or HashIV is none of ECPay's");
  }

  /** A text that cannot be sent: nothing was. */
  public static <R> Answer<R> badText() {
    return new Answer.Refused<>("text", "a text is too long or no Unicode");
  }

  /** An answer with status 200 that is none of the service's. */
  public static <R> Answer<R> garbage(UnreadableException garbage) {
    return new Answer.Unknown<>("the answer cannot be read: " + garbage.getMessage(), true);
  }

  /**
   * ECPay's own words, which we may be unable to take: asking may bring better ones, sending again
   * will not.
   */
  public static <R> Answer<R> understood(Supplier<Answer<R>> reading) {
    try {
      return reading.get();
    } catch (UnreadableException | RuleViolationException unexpected) {
      return new Answer.Unknown<>(
          "the answer is not as expected: " + unexpected.getMessage(), false);
    }
  }

  private static String quoted(String body) {
    String text = body.strip();
    return text.substring(0, Math.min(text.length(), QUOTED_CHARACTERS))
        .replaceAll("\\p{Cntrl}", " ");
  }

  private static String kind(Answer<?> answer) {
    return switch (answer) {
      case Answer.Accepted<?> _ -> "accepted";
      case Answer.Refused<?>(String code, String _) -> "refused " + code;
      case Answer.NotSent<?> _ -> "not sent";
      case Answer.Unknown<?> _ -> "unknown";
    };
  }
}
