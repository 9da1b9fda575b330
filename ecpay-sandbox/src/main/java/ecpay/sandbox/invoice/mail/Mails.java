package ecpay.sandbox.invoice.mail;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.Mail;
import ecpay.sandbox.ledger.Notification;
import ecpay.sandbox.ledger.StoredAllowance;
import ecpay.sandbox.ledger.StoredAllowance.Asked;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes mails and text messages into the mailbox; called under the ledger's lock. */
public final class Mails {
  /** Where the links of consent mails lead, before their secret part. */
  public static final String CONSENT = "/sandbox/consent/";

  /**
   * What InvoiceNotify asks for.
   *
   * @param channels S, E or A
   * @param notified C, M or A
   * @param mail addresses with {@code ;} between them, may be empty
   * @param phone digits, may be empty
   */
  public record Request(
      IssuedInvoice invoice,
      Optional<StoredAllowance> allowance,
      String tag,
      String channels,
      String notified,
      String mail,
      String phone) {}

  private final Ledger ledger;
  private final SandboxClock clock;
  private final Supplier<String> url;

  public Mails(Ledger ledger, SandboxClock clock, Supplier<String> url) {
    this.ledger = ledger;
    this.clock = clock;
    this.url = url;
  }

  /** Notes the notification and sends it over the channels it names. */
  public void send(Request request) {
    var recipients = new ArrayList<String>();
    if (!request.channels().equals("S") && !request.mail().isEmpty()) {
      recipients.add(request.mail());
      send("EMAIL", request.mail(), request);
    }
    if (!request.channels().equals("E") && !request.phone().isEmpty()) {
      recipients.add(request.phone());
      send("SMS", request.phone(), request);
    }
    ledger
        .outbox()
        .add(
            new Notification(
                request.invoice().merchantId(),
                request.invoice().number(),
                request.allowance().map(StoredAllowance::number).orElse(""),
                request.tag(),
                request.notified(),
                String.join(" ", recipients),
                clock.now()));
  }

  private void send(String channel, String to, Request request) {
    var link =
        request.tag().equals("OA") ? request.allowance().map(this::consentLink).orElse("") : "";
    ledger
        .outbox()
        .add(
            new Mail(
                clock.now(),
                channel,
                to,
                subject(request.tag()),
                "發票 Invoice "
                    + request.invoice().number()
                    + request.allowance().map(a -> ",折讓 Allowance " + a.number()).orElse(""),
                link));
  }

  private static String subject(String tag) {
    return switch (tag) {
      case "I" -> "電子發票開立通知 Invoice issued";
      case "II" -> "電子發票作廢通知 Invoice voided";
      case "A" -> "折讓開立通知 Allowance issued";
      case "AI" -> "折讓作廢通知 Allowance cancelled";
      case "AW" -> "電子發票中獎通知 Invoice won";
      default -> "線上折讓同意通知 Consent to an allowance";
    };
  }

  /** The mail that asks the buyer for consent (seed 004). */
  public void askConsent(StoredAllowance allowance, String to) {
    ledger
        .outbox()
        .add(
            new Mail(
                clock.now(),
                "EMAIL",
                to,
                subject("OA"),
                "發票 Invoice "
                    + allowance.invoice().number()
                    + " 折讓金額 NT$ "
                    + allowance.amount()
                    + ",請於期限前確認 please confirm before "
                    + allowance
                        .asked()
                        .map(Asked::expiresAt)
                        .map(t -> t.format(Formats.INVOICE_TIME))
                        .orElse(""),
                consentLink(allowance)));
  }

  /** The mail about an allowance that is issued. */
  public void tellIssued(StoredAllowance allowance, String channel, String to) {
    ledger
        .outbox()
        .add(
            new Mail(
                clock.now(),
                channel,
                to,
                subject("A"),
                "發票 Invoice "
                    + allowance.invoice().number()
                    + ",折讓 Allowance "
                    + allowance.number()
                    + ",NT$ "
                    + allowance.amount(),
                ""));
  }

  private String consentLink(StoredAllowance allowance) {
    return allowance.asked().map(a -> url.get() + CONSENT + a.link()).orElse("");
  }
}
