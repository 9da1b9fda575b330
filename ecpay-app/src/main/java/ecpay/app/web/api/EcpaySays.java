package ecpay.app.web.api;

import ecpay.app.web.Problem;
import ecpay.domain.answer.Answer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.function.Consumer;

/** What ECPay answered to a call that the caller waits for, as an answer of ours. */
public final class EcpaySays {
  private EcpaySays() {}

  /** Answers with what ECPay tells, or with a problem (502) that says whether anything happened. */
  public static <T> void tell(Context ctx, Answer<T> answer, Consumer<T> accepted) {
    switch (answer) {
      case Answer.Accepted<T>(T value) -> accepted.accept(value);
      case Answer.Refused<T>(String code, String message) -> refused(ctx, code, message);
      case Answer.NotSent<T>(String reason) ->
          problem(
              ctx, "ecpay_not_asked", "ECPay was not reached, nothing happened; try again", reason);
      case Answer.Unknown<T>(String reason, boolean _) ->
          problem(
              ctx,
              "ecpay_did_not_answer",
              "ECPay did not answer; it may have done it: look before you try again",
              reason);
    }
  }

  /** ECPay said no; nothing happened. */
  public static void refused(Context ctx, String code, String message) {
    problem(ctx, "ecpay_refused", "ECPay refused, nothing happened", code + " " + message);
  }

  private static void problem(Context ctx, String code, String detail, String reason) {
    new Problem(HttpStatus.BAD_GATEWAY, code, detail + " (" + reason + ")").answer(ctx);
  }
}
