package ecpay.app.settings;

import ecpay.crypto.Digest;
import ecpay.domain.merchant.InvoicePolicy;
import ecpay.domain.merchant.InvoicePolicy.WhenUncheckable;
import ecpay.domain.merchant.TrackPolicy;
import java.util.EnumSet;
import java.util.Set;

/** Makes the settings of the e-invoice of values. */
final class InvoiceSettingsReader {
  private final Values values;

  InvoiceSettingsReader(Values values) {
    this.values = values;
  }

  InvoicePolicy policy() {
    return new InvoicePolicy(
        values.flag(Setting.INVOICE_CARD_CARRIERS),
        values.flag(Setting.ALLOWANCE_STRICT_MIXED),
        values.choice(Setting.INVOICE_WHEN_UNCHECKABLE, WhenUncheckable.class),
        new TrackPolicy(
            values.flag(Setting.TRACKS_FETCH_AHEAD),
            values.number(Setting.TRACKS_DAYS_AHEAD, 1, 30),
            values.number(Setting.TRACKS_ALARM_BELOW, 0, 99_999_999)));
  }

  /** Empty where it is left out (D-05). */
  String revision() {
    String revision = values.text(Setting.INVOICE_REVISION);
    return revision.equals("none") ? "" : revision;
  }

  Set<Digest> digests() {
    Set<Digest> digests = EnumSet.noneOf(Digest.class);
    for (String name : values.text(Setting.INVOICE_ALLOWANCE_DIGESTS).split(",", -1)) {
      switch (name.strip()) {
        case "sha256" -> digests.add(Digest.SHA256);
        case "md5" -> digests.add(Digest.MD5);
        default -> {
          values.refuse(Setting.INVOICE_ALLOWANCE_DIGESTS, "sha256, md5, or both with a comma");
          return digests;
        }
      }
    }
    return digests;
  }
}
