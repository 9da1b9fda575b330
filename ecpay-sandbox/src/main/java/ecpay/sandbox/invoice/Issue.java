package ecpay.sandbox.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.invoice.content.Draft;
import ecpay.sandbox.invoice.content.IssueAnswer;
import ecpay.sandbox.invoice.content.Numbers;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Operation;

/** {@code /B2CInvoice/Issue}: issues an invoice (invoice-b2c.md sections 2 to 5). */
final class Issue implements Operation {
  private final Ledger ledger;
  private final SandboxClock clock;

  Issue(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/Issue";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var draft = Draft.checked(call.fields(), call.data());
    if (ledger.invoices().isUsed(call.merchantId(), draft.relateNumber())) {
      throw new Refusal(Codes.RELATE_NUMBER_USED, "RelateNumber is already used.");
    }
    return IssueAnswer.of(Numbers.issue(ledger, call.merchantId(), draft, clock.now()));
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return IssueAnswer.refused(refusal);
  }
}
