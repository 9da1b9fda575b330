package ecpay.adapter.http.invoice;

import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.crypto.EncodingRefusedException;
import ecpay.crypto.FormFields;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.delay.DelayNoticeReader;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.rule.RuleViolationException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the callback of delayed invoices, CB-10, a form that nothing signs. */
final class DelayNotices implements DelayNoticeReader {
  private static final int MOST_BYTES = 64 << 10;

  @Override
  public Optional<InvoiceId> read(Merchant merchant, byte[] body) {
    if (body.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      Fields form = Fields.of(FormFields.parse(new String(body, StandardCharsets.UTF_8)));
      String addressee = form.text("inv_mer_id").strip();
      return addressee.equals(merchant.invoices().merchantId().value())
          ? Optional.of(new InvoiceId(form.text("tsr").strip()))
          : Optional.empty();
    } catch (EncodingRefusedException | UnreadableException | RuleViolationException _) {
      return Optional.empty();
    }
  }
}
