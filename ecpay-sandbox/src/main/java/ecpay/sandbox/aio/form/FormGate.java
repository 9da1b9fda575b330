package ecpay.sandbox.aio.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.crypto.CheckMac;
import ecpay.crypto.Digest;
import ecpay.crypto.EncodingRefusedException;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.ForbiddenText;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.merchant.Merchants;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Door;
import ecpay.sandbox.wire.FaultKind;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The door of every operation that takes a signed form: edge filter, CheckMacValue SHA-256, the
 * single writer, journal.
 */
public final class FormGate {
  /** CheckMacValue is missing or wrong (errors.md section 3). */
  static final int WRONG_MAC = 10200073;

  private final Merchants merchants;
  private final Ledger ledger;
  private final Door door;

  public FormGate(Merchants merchants, Ledger ledger, Door door) {
    this.merchants = merchants;
    this.ledger = ledger;
    this.door = door;
  }

  /** Lets the operation answer POST on its own path, and nothing else there. */
  public void open(Router router, FormOperation operation) {
    router.on(
        "POST",
        operation.path(),
        request ->
            door.enter(
                operation.name(),
                operation.path(),
                new Door.Inside() {
                  @Override
                  public Reply answer(Journal.Entry entry) {
                    return FormGate.this.answer(request, operation, entry);
                  }

                  @Override
                  public Reply hollow(FaultKind kind, Journal.Entry entry) {
                    return Reply.html(200, "");
                  }
                }));
  }

  private Reply answer(Request request, FormOperation operation, Journal.Entry entry) {
    var form = form(request);
    if (form.isEmpty()) {
      entry.note("no form in UTF-8, its content type is another, or a field comes twice");
      return Reply.plain(500, "Data format error");
    }
    var data = object(form.get());
    entry.requestData(data);
    var signer = signer(data);
    try {
      ForbiddenText.screen(data);
      var call = verified(form.get(), data, signer, operation, entry, request.from());
      return noted(entry, ledger.act(() -> operation.perform(call)));
    } catch (Refusal e) {
      if (e.code() != operation.wrongMac()) {
        entry.note(e.code() + " " + e.message());
      }
      return noted(entry, operation.refused(e, data, signer));
    }
  }

  private static Reply noted(Journal.Entry entry, Reply reply) {
    if (reply instanceof Reply.Answer answer && !answer.text().startsWith("<")) {
      entry.answerText(answer.text());
    }
    return reply;
  }

  /** The form, unless it is none or names a field twice. */
  private static Optional<List<Field>> form(Request request) {
    if (!request.contentType().equals("application/x-www-form-urlencoded")) {
      return Optional.empty();
    }
    try {
      var fields = FormFields.parse(request.text());
      var names = new HashSet<String>();
      return fields.stream().allMatch(f -> names.add(f.name()))
          ? Optional.of(fields)
          : Optional.empty();
    } catch (EncodingRefusedException e) {
      return Optional.empty();
    }
  }

  private static ObjectNode object(List<Field> form) {
    var data = Json.object();
    form.forEach(f -> data.put(f.name(), f.value()));
    return data;
  }

  /** A platform's orders are signed with the platform's keys (README section 7). */
  private Optional<Merchant> signer(ObjectNode data) {
    var merchantId = data.path("MerchantID").asText();
    var platformId = data.path("PlatformID").asText();
    return platformId.isEmpty() || platformId.equals(merchantId)
        ? merchants.find(Service.PAYMENT, merchantId)
        : merchants
            .find(Service.PAYMENT, platformId)
            .filter(platform -> platform.bound().contains(merchantId));
  }

  private static FormCall verified(
      List<Field> form,
      ObjectNode data,
      Optional<Merchant> signer,
      FormOperation operation,
      Journal.Entry entry,
      String from) {
    if (signer.isEmpty()) {
      entry.note("unknown MerchantID, or one that is not bound to the PlatformID");
      throw new Refusal(operation.wrongMac(), "CheckMacValue Error");
    }
    var mac = CheckMac.with(signer.get().keys());
    if (!mac.verify(form, Digest.SHA256)) {
      entry.note(String.join(" ", mac.diagnose(form).findings()));
      throw new Refusal(operation.wrongMac(), "CheckMacValue Error");
    }
    return new FormCall(
        data.path("MerchantID").asText(),
        data.path("PlatformID").asText(),
        signer.get(),
        Fields.of(data, Codes.PAYMENT),
        from);
  }
}
