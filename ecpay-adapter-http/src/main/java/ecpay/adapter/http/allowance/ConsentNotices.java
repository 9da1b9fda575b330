package ecpay.adapter.http.allowance;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.adapter.http.aio.AioApi;
import ecpay.adapter.http.envelope.Envelope;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.crypto.CheckMac;
import ecpay.crypto.Digest;
import ecpay.domain.allowance.AllowanceNoticeReader;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.inbox.Reading;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.rule.RuleViolationException;
import java.util.Set;

/** Reads the consent callback of online allowances, CB-11, signed with the invoice keys. */
final class ConsentNotices implements AllowanceNoticeReader {
  private static final int MOST_BYTES = 64 << 10;
  private static final Reading<ConsentReport> REFUSED =
      new Reading.Refused<>("CheckMacValue Error");

  private final Set<Digest> digests;

  ConsentNotices(Set<Digest> digests) {
    this.digests = digests;
  }

  /** Whatever is wrong with it, the refusal is the same: it must not help an attacker. */
  @Override
  public Reading<ConsentReport> read(Merchant merchant, byte[] body) {
    if (body.length > MOST_BYTES) {
      return REFUSED;
    }
    try {
      CheckMac mac = CheckMac.with(Envelope.keys(merchant.invoices()));
      return new Reading.Authentic<>(
          report(
              AioApi.verified(
                  new String(body, UTF_8), fields -> mac.verifyAllowanceConsent(fields, digests))));
    } catch (UnreadableException | RuleViolationException | IllegalArgumentException _) {
      return REFUSED;
    }
  }

  /** The remaining amount has two names (R-CBK-10, D-04). */
  private static ConsentReport report(Fields form) {
    String remaining =
        form.has("IIS_Remain_Allowance_Amt")
            ? "IIS_Remain_Allowance_Amt"
            : "IA_Remain_Allowance_Amt";
    return new ConsentReport(
        rtnCode(form),
        new AllowanceNumber(form.text("IA_Allow_No")),
        new InvoiceNumber(form.text("IA_Invoice_No")),
        form.requiredTime("IA_Date"),
        form.money(remaining));
  }

  private static int rtnCode(Fields form) {
    long code = form.whole("RtnCode").orElseThrow(() -> new UnreadableException("no RtnCode"));
    if (code != (int) code) {
      throw new UnreadableException("an endless RtnCode");
    }
    return (int) code;
  }
}
