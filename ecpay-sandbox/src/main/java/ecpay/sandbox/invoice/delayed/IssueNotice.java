package ecpay.sandbox.invoice.delayed;

import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.sandbox.callback.Courier;
import ecpay.sandbox.callback.Notice;
import ecpay.sandbox.callback.Notice.Message;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.invoice.content.Numbers;
import ecpay.sandbox.ledger.DelayedInvoice;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Json;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells the shop at NotifyURL that a delayed invoice is issued, or that it found no number (CB-10).
 * Nothing signs it: a shop must ask before it believes (invoice-b2c.md section 12.1).
 */
final class IssueNotice {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Ledger ledger;
  private final Courier courier;
  private final SandboxClock clock;

  IssueNotice(Ledger ledger, Courier courier, SandboxClock clock) {
    this.ledger = ledger;
    this.courier = courier;
    this.clock = clock;
  }

  void listen() {
    ledger.onDelayedOutcome(this::tell);
  }

  private void tell(DelayedInvoice delayed) {
    if (delayed.notifyUrl().isEmpty()) {
      return;
    }
    var fields = fields(delayed);
    var data = Json.object();
    fields.forEach(f -> data.put(f.name(), f.value()));
    var message =
        new Message(
            "application/x-www-form-urlencoded", FormFields.write(fields), data, Optional.empty());
    courier.post(new Notice("DelayIssue NotifyURL", delayed.notifyUrl(), _ -> message));
  }

  private List<Field> fields(DelayedInvoice delayed) {
    return List.of(
        new Field("inv_mer_id", delayed.merchantId()),
        new Field("od_sob", delayed.draft().relateNumber()),
        new Field("tsr", delayed.tsr()),
        new Field("invoicedate", issued(delayed, i -> i.issuedAt().format(DAY))),
        new Field("invoicetime", issued(delayed, i -> i.issuedAt().format(TIME))),
        new Field("invoicenumber", issued(delayed, IssuedInvoice::number)),
        new Field("invoicecode", issued(delayed, IssuedInvoice::randomNumber)),
        new Field("inv_error", error(delayed)));
  }

  private static String issued(DelayedInvoice delayed, Function<IssuedInvoice, String> fact) {
    return delayed.invoice().map(fact).orElse("");
  }

  private String error(DelayedInvoice delayed) {
    if (delayed.invoice().isPresent()) {
      return "";
    }
    var at = delayed.due().orElseGet(clock::now);
    return Integer.toString(Numbers.none(ledger, delayed.merchantId(), delayed.draft(), at).code());
  }
}
