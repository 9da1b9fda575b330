package ecpay.domain.notification;

import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.rule.Violations;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of ECPay's InvoiceNotify (seed 003, R-NOT-01 to R-NOT-05).
 *
 * @param allowance present exactly when the subject is an allowance (R-NOT-02)
 * @param emails joined with {@code ;} at most 200 characters (R-NOT-03)
 */
public record Notice(
    InvoiceNumber invoice,
    Optional<AllowanceNumber> allowance,
    Subject subject,
    Channel channel,
    Recipient recipient,
    Optional<PhoneNumber> phone,
    List<EmailAddress> emails) {

  /** ECPay's InvoiceTag (D-08). */
  public enum Subject {
    INVOICE_ISSUED("I", false),
    INVOICE_VOIDED("II", false),
    ALLOWANCE_ISSUED("A", true),
    ALLOWANCE_VOIDED("AI", true),
    INVOICE_WON("AW", false),
    ONLINE_ALLOWANCE("OA", true);

    private final String tag;
    private final boolean aboutAllowance;

    Subject(String tag, boolean aboutAllowance) {
      this.tag = tag;
      this.aboutAllowance = aboutAllowance;
    }

    /** The letters that ECPay uses. */
    public String tag() {
      return tag;
    }
  }

  /** ECPay's Notify. */
  public enum Channel {
    SMS("S"),
    EMAIL("E"),
    ALL("A");

    private final String code;

    Channel(String code) {
      this.code = code;
    }

    /** The letter that ECPay uses. */
    public String code() {
      return code;
    }
  }

  /** ECPay's Notified. */
  public enum Recipient {
    CUSTOMER("C"),
    MERCHANT("M"),
    BOTH("A");

    private final String code;

    Recipient(String code) {
      this.code = code;
    }

    /** The letter that ECPay uses. */
    public String code() {
      return code;
    }
  }

  public Notice {
    emails = List.copyOf(emails);
    Violations violations = new Violations();
    violations.require(
        allowance.isPresent() == subject.aboutAllowance,
        "R-NOT-02",
        "allowance",
        "an allowance number belongs to notices about allowances, and only to them");
    violations.require(
        phone.isPresent() || !emails.isEmpty(), "R-NOT-03", "email", "give an email or a phone");
    violations.require(
        EmailAddress.join(emails).length() <= 200,
        "R-NOT-03",
        "email",
        "the addresses have at most 200 characters together");
    if (subject == Subject.ONLINE_ALLOWANCE) {
      violations.require(
          channel == Channel.EMAIL && recipient == Recipient.CUSTOMER,
          "R-NOT-04",
          "channel",
          "the consent mail goes by email to the customer only");
    }
    violations.require(
        channel == Channel.EMAIL || phone.isPresent(),
        "R-NOT-05",
        "phone",
        "a text message needs a phone");
    violations.require(
        channel == Channel.SMS || !emails.isEmpty(),
        "R-NOT-05",
        "email",
        "a mail needs an email address");
    violations.throwIfAny();
  }

  /** As ECPay wants it: separated by {@code ;}; empty when there is none. */
  public String joinedEmails() {
    return EmailAddress.join(emails);
  }
}
