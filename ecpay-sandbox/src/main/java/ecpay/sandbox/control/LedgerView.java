package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.StoredAllowance.Asked;
import ecpay.sandbox.ledger.StoredAllowance.Voiding;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Router;

/** {@code /sandbox/ledger}: every fact this ECPay knows, to compare a platform's books with. */
final class LedgerView {
  private final Ledger ledger;
  private final SandboxClock clock;

  LedgerView(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void open(Router router) {
    router.on("GET", "/sandbox/ledger", Query.handler(() -> ledger.act(this::books)));
  }

  private ObjectNode books() {
    var books = Json.object();
    var trades = books.putArray("trades");
    trades(trades);
    aioTrades(trades);
    CardControl.list(books.putArray("authorizations"), ledger);
    ContractControl.list(books.putArray("contracts"), ledger);
    MemberControl.list(books.putArray("boundCards"), ledger);
    invoices(books.putArray("invoices"));
    delayedInvoices(books.putArray("delayedInvoices"));
    allowances(books.putArray("allowances"));
    notifications(books.putArray("notifications"));
    TrackControl.list(books.putArray("tracks"), ledger, clock);
    return books;
  }

  private void trades(ArrayNode list) {
    for (var trade : ledger.trades().all()) {
      list.addObject()
          .put("merchantId", trade.terms().merchantId())
          .put("merchantTradeNo", trade.terms().merchantTradeNo())
          .put("tradeNo", trade.tradeNo())
          .put("amount", trade.amount())
          .put("method", trade.choice().map(c -> c.method().name()).orElse(""))
          .put("status", trade.status().name())
          .put("paidCount", trade.paidCount())
          .put("failureCode", trade.failureCode());
    }
  }

  private void aioTrades(ArrayNode list) {
    for (var trade : ledger.aioTrades().all()) {
      list.addObject()
          .put("merchantId", trade.order().merchantId())
          .put("merchantTradeNo", trade.order().merchantTradeNo())
          .put("tradeNo", trade.tradeNo())
          .put("amount", trade.order().amount())
          .put("method", trade.choice().map(c -> c.paymentType()).orElse(""))
          .put("status", trade.status().name())
          .put("paidCount", trade.paidCount())
          .put("failureCode", trade.failureCode());
    }
  }

  private void invoices(ArrayNode list) {
    for (var invoice : ledger.invoices().all()) {
      list.addObject()
          .put("merchantId", invoice.merchantId())
          .put("invoiceNo", invoice.number())
          .put("relateNumber", invoice.relateNumber())
          .put("issuedAt", invoice.issuedAt().format(Formats.INVOICE_TIME))
          .put("amount", invoice.amount())
          .put("remaining", ledger.allowances().remaining(invoice))
          .put("randomNumber", invoice.randomNumber())
          .put("status", invoice.isVoid() ? "VOID" : "ISSUED")
          .put("reissued", invoice.reissued())
          .put("uploaded", invoice.upload().isDone());
    }
  }

  private void delayedInvoices(ArrayNode list) {
    for (var delayed : ledger.delayedInvoices().all()) {
      list.addObject()
          .put("merchantId", delayed.merchantId())
          .put("tsr", delayed.tsr())
          .put("relateNumber", delayed.draft().relateNumber())
          .put("amount", delayed.draft().amount())
          .put("status", delayed.status().name())
          .put("due", delayed.due().map(t -> t.format(Formats.INVOICE_TIME)).orElse(""))
          .put("invoiceNo", delayed.invoice().map(IssuedInvoice::number).orElse(""));
    }
  }

  private void allowances(ArrayNode list) {
    for (var allowance : ledger.allowances().all()) {
      list.addObject()
          .put("merchantId", allowance.invoice().merchantId())
          .put("allowanceNo", allowance.number())
          .put("invoiceNo", allowance.invoice().number())
          .put("amount", allowance.amount())
          .put("status", allowance.status().name())
          .put("requestedAt", allowance.requestedAt().format(Formats.INVOICE_TIME))
          .put(
              "expiresAt",
              allowance
                  .asked()
                  .map(Asked::expiresAt)
                  .map(t -> t.format(Formats.INVOICE_TIME))
                  .orElse(""))
          .put(
              "issuedAt",
              allowance.issued().map(i -> i.at().format(Formats.INVOICE_TIME)).orElse(""))
          .put(
              "voidedAt",
              allowance.voiding().map(v -> v.at().format(Formats.INVOICE_TIME)).orElse(""))
          .put("voidReason", allowance.voiding().map(Voiding::reason).orElse(""));
    }
  }

  private void notifications(ArrayNode list) {
    for (var notification : ledger.outbox().notifications()) {
      list.addObject()
          .put("merchantId", notification.merchantId())
          .put("invoiceNo", notification.invoiceNo())
          .put("allowanceNo", notification.allowanceNo())
          .put("tag", notification.tag())
          .put("notified", notification.notified())
          .put("recipient", notification.recipient())
          .put("at", notification.at().format(Formats.INVOICE_TIME));
    }
  }
}
