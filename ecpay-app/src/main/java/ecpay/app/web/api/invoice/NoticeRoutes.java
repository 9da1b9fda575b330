package ecpay.app.web.api.invoice;

import ecpay.app.reading.OrderBooks;
import ecpay.app.reading.Words;
import ecpay.app.web.Routes;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.Requested;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.JsonFields;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.Notice.Channel;
import ecpay.domain.notification.Notice.Recipient;
import ecpay.domain.notification.Notice.Subject;
import ecpay.domain.notification.usecase.ResendNotice;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;

/** Has ECPay tell of an invoice or of an allowance on it once more. Every call sends a message. */
public final class NoticeRoutes implements Routes {
  private static final EmailAddress SOME_EMAIL = new EmailAddress("stand.in@example.com");
  private static final AllowanceNumber SOME_ALLOWANCE = new AllowanceNumber("0000000000000000");
  private static final PhoneNumber SOME_PHONE = new PhoneNumber("0900000000");

  private final ResendNotice resend;
  private final Merchants merchants;
  private final OrderBooks books;

  public NoticeRoutes(ResendNotice resend, Merchants merchants, OrderBooks books) {
    this.resend = resend;
    this.merchants = merchants;
    this.books = books;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/api/v1/invoices/{id}/notices", DryRun.impossible(this::send));
  }

  private void send(Context ctx) {
    Invoice invoice = Requested.invoice(ctx, books);
    Notice notice = JsonBody.read(ctx, body -> notice(body, invoice, books));
    NotificationView.tell(
        ctx, resend.send(merchants.get(invoice.merchant()), invoice.order(), notice));
  }

  private static Notice notice(JsonFields body, Invoice invoice, OrderBooks books) {
    Subject subject =
        body.word("subject", Words::noticeSubject, Words.of(Subject.values()))
            .orElse(Subject.INVOICE_ISSUED);
    Channel channel =
        body.word("channel", Words::noticeChannel, Words.of(Channel.values()))
            .orElse(Channel.EMAIL);
    Recipient recipient =
        body.word("recipient", Words::noticeRecipient, Words.of(Recipient.values()))
            .orElse(Recipient.CUSTOMER);
    Optional<EmailAddress> email =
        body.text("email", EmailAddress::new, SOME_EMAIL).or(() -> invoice.document().email());
    Optional<PhoneNumber> phone =
        body.text("phone", PhoneNumber::new, SOME_PHONE).or(() -> invoice.document().phone());
    if (!body.has("subject")) {
      body.refuse("subject", "is required");
    }
    InvoiceNumber number = numberToTell(body, invoice, subject);
    Optional<AllowanceNumber> allowance =
        body.text("allowance")
            .map(id ->
                books
                    .allowance(invoice.merchant(), id)
                    .filter(known -> known.draft().document().invoice().number().equals(number))
                    .flatMap(known -> numberToTell(known, subject))
                    .orElseGet(() -> {
                      body.refuse(
                          "allowance",
                          "R-NOT-01",
                          "the invoice has no such allowance of which that can be told");
                      return SOME_ALLOWANCE;
                    }));
    Notice standIn =
        new Notice(
            number,
            Optional.empty(),
            Subject.INVOICE_ISSUED,
            Channel.EMAIL,
            Recipient.CUSTOMER,
            Optional.empty(),
            List.of(SOME_EMAIL));
    return body.build(
        () ->
            new Notice(
                number, allowance, subject, channel, recipient, phone, email.stream().toList()),
        standIn);
  }

  /** Of what is issued it is told that it is issued or has won, of what is void that it is void. */
  private static InvoiceNumber numberToTell(JsonFields body, Invoice invoice, Subject subject) {
    return switch (invoice) {
      case Invoice.Issued issued when subject != Subject.INVOICE_VOIDED -> issued.facts().number();
      case Invoice.Voided voided when subject == Subject.INVOICE_VOIDED -> voided.facts().number();
      default -> {
        body.refuse("subject", "R-NOT-01", "the invoice is " + Words.state(invoice));
        yield new InvoiceNumber("AA00000000");
      }
    };
  }

  /** Of what is issued it is told that it is issued, of what is void that it is void. */
  private static Optional<AllowanceNumber> numberToTell(Allowance allowance, Subject subject) {
    return switch (allowance) {
      case Allowance.Issued issued when subject == Subject.ALLOWANCE_ISSUED ->
          Optional.of(issued.number());
      case Allowance.Voided voided when subject == Subject.ALLOWANCE_VOIDED ->
          Optional.of(voided.number());
      default -> Optional.empty();
    };
  }
}
