package ecpay.adapter.http.check;

import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.domain.answer.Answer;
import ecpay.domain.check.Finding;
import java.util.Locale;
import java.util.Set;

/** Reads what the checks answer alike. */
final class Findings {
  /** The tax authority is under maintenance, or its interface failed. */
  private static final Set<String> AUTHORITY_DOWN = Set.of("10000010", "9000001");

  private Findings() {}

  /** What IsExist says; RtnCode speaks about the call only. */
  static Answer<Finding> existence(Fields answer, String nameField) {
    if (!answer.isSuccess()) {
      return failure(answer);
    }
    return new Answer.Accepted<>(
        switch (answer.text("IsExist").strip().toUpperCase(Locale.ROOT)) {
          case "Y" -> new Finding.Exists(answer.text(nameField).strip());
          case "N" -> new Finding.DoesNotExist();
          default -> throw new UnreadableException("no IsExist");
        });
  }

  /** An outage of the authority is not a refusal by ECPay. */
  static Answer<Finding> failure(Fields answer) {
    return AUTHORITY_DOWN.contains(answer.rtnCode())
        ? new Answer.Accepted<>(new Finding.Unavailable(answer.rtnCode(), answer.rtnMsg()))
        : answer.refusal();
  }
}
