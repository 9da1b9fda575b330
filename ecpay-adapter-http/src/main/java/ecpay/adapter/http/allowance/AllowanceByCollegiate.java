package ecpay.adapter.http.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.allowance.AllowanceGateway.ConsentRequest;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.answer.Answer;
import java.time.Duration;
import java.time.Instant;

/** Asks the buyer by mail to consent to an allowance (seed 004). */
record AllowanceByCollegiate(AllowanceDocument document, Consent.Online consent)
    implements InvoiceOperation<ConsentRequest> {
  private static final String BY_EMAIL = "E";

  /** 72 hours. */
  private static final Duration LINK_LIFE = Duration.ofDays(3);

  @Override
  public void write(ObjectNode data) {
    Allowance.writeDocument(data, document, BY_EMAIL);
    data.put("NotifyMail", consent.mail().joined());
    data.put("ReturnURL", consent.returnUrl().value());
  }

  @Override
  public Answer<ConsentRequest> read(Fields answer) {
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    answer.demandSame("IA_Invoice_No", document.invoice().number().value());
    return new Answer.Accepted<>(
        new ConsentRequest(
            new AllowanceNumber(answer.text("IA_Allow_No")),
            deadline(answer),
            answer.money("IA_Remain_Allowance_Amt")));
  }

  /** R-ALW-21. */
  private static Instant deadline(Fields answer) {
    return answer
        .time("IA_TempExpireDate")
        .orElseGet(() -> answer.requiredTime("IA_TempDate").plus(LINK_LIFE));
  }
}
