package ecpay.sandbox.invoice.allowance;

import static ecpay.sandbox.pages.Html.escape;

import ecpay.crypto.CheckMac;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.sandbox.callback.Courier;
import ecpay.sandbox.callback.Notice;
import ecpay.sandbox.callback.Notice.Message;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.invoice.mail.Mails;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.StoredAllowance;
import ecpay.sandbox.ledger.StoredAllowance.Asked;
import ecpay.sandbox.pages.Html;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code /sandbox/consent/{link}}: the page behind the link in the mail. Its button issues the
 * allowance and tells the shop at ReturnURL (CB-11).
 */
final class Consent {
  private final Ledger ledger;
  private final Courier courier;
  private final Journal journal;
  private final SandboxClock clock;

  Consent(Ledger ledger, Courier courier, Journal journal, SandboxClock clock) {
    this.ledger = ledger;
    this.courier = courier;
    this.journal = journal;
    this.clock = clock;
  }

  void open(Router router) {
    router.under("GET", Mails.CONSENT, request -> answer(request, Consent::page));
    router.under("POST", Mails.CONSENT, request -> answer(request, this::confirm));
  }

  private Reply answer(Request request, Function<StoredAllowance, Reply> action) {
    return ledger.act(() ->
        ledger
            .allowances()
            .withLink(request.after(Mails.CONSENT))
            .map(action)
            .orElseGet(
                () -> Html.page(404, "找不到頁面 Not found", "<p>連結無效。 This link leads nowhere.</p>")));
  }

  private Reply confirm(StoredAllowance allowance) {
    var entry = journal.open(Journal.Direction.IN, "Consent");
    switch (allowance.status()) {
      case AWAITING_CONSENT -> {
        var now = clock.now();
        allowance.issue(now, ledger.uploads().add(now.plusDays(AllowanceInfo.UPLOADED_AFTER_DAYS)));
        tell(allowance);
      }
      case ISSUED, EXPIRED, CANCELLED, VOID -> {
        // A second click, or one that comes too late, changes nothing.
      }
    }
    entry.note(allowance.number() + " is " + allowance.status()).write(200);
    return page(allowance);
  }

  private void tell(StoredAllowance allowance) {
    var fields =
        List.of(
            new Field("RtnCode", "1"),
            new Field("RtnMsg", ""),
            new Field("IA_Allow_No", allowance.number()),
            new Field("IA_Invoice_No", allowance.invoice().number()),
            new Field("IA_Date", clock.now().format(Formats.INVOICE_TIME)),
            new Field(
                "IIS_Remain_Allowance_Amt",
                Long.toString(ledger.allowances().remaining(allowance.invoice()))));
    var url = allowance.asked().map(Asked::returnUrl).orElseThrow();
    courier.post(
        new Notice("AllowanceByCollegiate ReturnURL", url, _ -> message(allowance, fields)));
  }

  private Message message(StoredAllowance allowance, List<Field> fields) {
    var settings = courier.settings();
    var mac =
        CheckMac.with(allowance.signer().keys())
            .compute(fields, settings.allowanceDigest(), settings.allowanceSpace());
    var signed = new ArrayList<>(fields);
    signed.add(new Field(CheckMac.FIELD, mac));
    var data = Json.object();
    signed.forEach(f -> data.put(f.name(), f.value()));
    return new Message(
        "application/x-www-form-urlencoded", FormFields.write(signed), data, Optional.empty());
  }

  private static Reply page(StoredAllowance allowance) {
    var facts =
        """
        <dl><dt>發票 Invoice</dt><dd>%s</dd><dt>折讓單 Allowance</dt><dd>%s</dd>
        <dt>折讓金額 Amount</dt><dd>NT$ %,d</dd><dt>期限 Confirm before</dt><dd>%s</dd></dl>
        """
            .formatted(
                escape(allowance.invoice().number()),
                escape(allowance.number()),
                allowance.amount(),
                allowance
                    .asked()
                    .map(Asked::expiresAt)
                    .map(t -> t.format(Formats.INVOICE_TIME))
                    .orElse(""));
    var below =
        switch (allowance.status()) {
          case AWAITING_CONSENT ->
              "<form method=\"post\"><button>同意折讓 Confirm the allowance</button></form>";
          case ISSUED -> "<p>折讓已開立。 The allowance is issued.</p>";
          case CANCELLED, VOID ->
              "<p class=\"warning\">此折讓已取消。 This allowance has been cancelled.</p>";
          case EXPIRED ->
              "<p class=\"warning\">連結已逾 72 小時失效。 This link has expired after 72 hours.</p>";
        };
    return Html.page(200, "線上折讓同意 Consent to an allowance", facts + below);
  }
}
