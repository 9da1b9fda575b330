package ecpay.adapter.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.Json.UnreadableException;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway.KnownInvoice;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.RelateNumber;
import java.util.Optional;
import java.util.Set;

/** Asks for an invoice by the merchant's own number. */
record GetIssue(RelateNumber relateNumber) implements Operation<Optional<KnownInvoice>> {
  private static final Set<String> NO_DATA = Set.of("2", "7");

  @Override
  public Host host() {
    return Host.EINVOICE;
  }

  @Override
  public String path() {
    return "/B2CInvoice/GetIssue";
  }

  /** Nothing else: ECPay chooses how to search by which keys are there, even empty ones. */
  @Override
  public void write(ObjectNode data) {
    data.put("RelateNumber", relateNumber.value());
  }

  @Override
  public Answer<Optional<KnownInvoice>> read(Fields answer) {
    if (NO_DATA.contains(answer.rtnCode())) {
      return new Answer.Accepted<>(Optional.empty());
    }
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    String named = answer.text("IIS_Relate_Number");
    if (!named.isEmpty() && !named.equalsIgnoreCase(relateNumber.value())) {
      throw new UnreadableException("another RelateNumber");
    }
    return new Answer.Accepted<>(Optional.of(known(answer)));
  }

  private static KnownInvoice known(Fields answer) {
    return new KnownInvoice(
        new IssuedInvoice(
            new InvoiceNumber(answer.text("IIS_Number")),
            answer.requiredTime("IIS_Create_Date"),
            answer.text("IIS_Random_Number")),
        answer.money("IIS_Sales_Amount"),
        answer.money("IIS_Remain_Allowance_Amt"));
  }
}
