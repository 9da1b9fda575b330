package ecpay.app.web.api;

import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.domain.answer.Answer;
import io.javalin.http.Context;
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
              ctx,
              ProblemCode.ECPAY_NOT_ASKED,
              "ECPay was not reached, nothing happened; try again",
              reason);
      case Answer.Unknown<T>(String reason, boolean _) ->
          problem(
              ctx,
              ProblemCode.ECPAY_DID_NOT_ANSWER,
              "ECPay did not answer; it may have done it: look before you try again",
              reason);
    }
  }

  /** ECPay said no; nothing happened. */
  public static void refused(Context ctx, String code, String message) {
    problem(
        ctx, ProblemCode.ECPAY_REFUSED, "ECPay refused, nothing happened", code + " " + message);
  }

  private static void problem(Context ctx, ProblemCode code, String detail, String reason) {
    new Problem(code, detail + " (" + reason + ")").answer(ctx);
  }
}
