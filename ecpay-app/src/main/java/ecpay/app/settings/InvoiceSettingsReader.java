package ecpay.app.settings;

import ecpay.adapter.http.setting.EcpaySettings.InvoiceWire;
import ecpay.crypto.Digest;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.merchant.InvoicePolicy;
import ecpay.domain.merchant.InvoicePolicy.WhenUncheckable;
import ecpay.domain.merchant.TrackPolicy;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the settings of the e-invoice of values. */
final class InvoiceSettingsReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,50}");
  private static final EmailAddress NOBODY = new EmailAddress("stage@example.com");

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

  InvoiceWire wire(Environment environment) {
    String revision = values.text(Setting.INVOICE_REVISION);
    if (revision.length() > 5) {
      values.refuse(Setting.INVOICE_REVISION, "at most 5 characters, or none");
      revision = "none";
    }
    return new InvoiceWire(
        revision.equals("none") ? "" : revision,
        digests(),
        name(Setting.INVOICE_COMPANY_LOOKUP),
        name(Setting.INVOICE_ADD_TRACK),
        name(Setting.INVOICE_SWITCH_TRACK),
        name(Setting.INVOICE_BARCODE_FIELD),
        environment == Environment.STAGE ? stageMail() : Optional.empty());
  }

  private Optional<EmailAddress> stageMail() {
    return Optional.of(
        values
            .domain(
                Setting.INVOICE_STAGE_MAIL,
                () -> new EmailAddress(values.text(Setting.INVOICE_STAGE_MAIL)))
            .orElse(NOBODY));
  }

  private String name(Setting setting) {
    String name = values.text(setting);
    if (NAME.matcher(name).matches()) {
      return name;
    }
    values.refuse(setting, "1 to 50 Latin letters");
    return setting.fallback();
  }

  private Set<Digest> digests() {
    Set<Digest> digests = EnumSet.noneOf(Digest.class);
    for (String name : values.text(Setting.INVOICE_ALLOWANCE_DIGESTS).split(",", -1)) {
      switch (name.strip()) {
        case "sha256" -> digests.add(Digest.SHA256);
        case "md5" -> digests.add(Digest.MD5);
        default -> {
          values.refuse(Setting.INVOICE_ALLOWANCE_DIGESTS, "sha256, md5, or both with a comma");
          return Set.of(Digest.SHA256);
        }
      }
    }
    return digests;
  }
}
