package ecpay.domain.world.ecpay;

import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway.Done;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.delay.DelayGateway;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.InvoiceTiming;
import java.util.LinkedHashMap;
import java.util.Map;

/** ECPay's delayed invoices. What is due is issued when a test says so. */
public final class ScriptedDelays implements DelayGateway {
  private final Wire wire;
  private final ScriptedInvoices invoices;
  private final Map<InvoiceId, Waiting> waiting = new LinkedHashMap<>();

  public ScriptedDelays(Wire wire, ScriptedInvoices invoices) {
    this.wire = wire;
    this.invoices = invoices;
  }

  /** How many wait to be issued. */
  public int count() {
    return waiting.size();
  }

  /** Issues all that wait, as on their day. */
  public void issueAll() {
    waiting.values().forEach(one -> invoices.make(one.document()));
    waiting.clear();
  }

  @Override
  public Answer<Done> delayIssue(
      Merchant merchant, InvoiceId tsr, InvoiceDocument document, InvoiceTiming.Delayed delay) {
    return wire.call(
        "DelayIssue",
        () -> {
          waiting.putIfAbsent(tsr, new Waiting(document, delay));
          return new Answer.Accepted<>(new Done());
        });
  }

  @Override
  public Answer<Done> editDelayIssue(Merchant merchant, InvoiceId tsr, InvoiceDocument document) {
    return wire.call(
        "EditDelayIssue",
        () -> {
          Waiting known = waiting.get(tsr);
          if (known == null) {
            return new Answer.Refused<>("2", "nothing waits under that Tsr");
          }
          waiting.put(tsr, new Waiting(document, known.delay()));
          return new Answer.Accepted<>(new Done());
        });
  }

  @Override
  public Answer<Trigger> triggerIssue(Merchant merchant, InvoiceId tsr) {
    return wire.call(
        "TriggerIssue",
        () -> {
          Waiting known = waiting.get(tsr);
          if (known == null) {
            return new Answer.Refused<>("2", "nothing waits under that Tsr");
          }
          if (known.delay().days() > 0) {
            return new Answer.Accepted<>(Trigger.WILL_BE_ISSUED);
          }
          waiting.remove(tsr);
          invoices.make(known.document());
          return new Answer.Accepted<>(Trigger.ISSUED_NOW);
        });
  }

  @Override
  public Answer<Done> cancelDelayIssue(Merchant merchant, InvoiceId tsr) {
    return wire.call(
        "CancelDelayIssue",
        () ->
            waiting.remove(tsr) == null
                ? new Answer.Refused<>("2", "nothing waits under that Tsr")
                : new Answer.Accepted<>(new Done()));
  }

  private record Waiting(InvoiceDocument document, InvoiceTiming.Delayed delay) {}
}
