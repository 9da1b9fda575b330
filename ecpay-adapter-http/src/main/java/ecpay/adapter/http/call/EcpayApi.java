package ecpay.adapter.http.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.envelope.Envelope;
import ecpay.adapter.http.envelope.Envelope.Opened;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.adapter.http.outcome.Outcome;
import ecpay.adapter.http.transport.Transport;
import ecpay.adapter.http.transport.Transport.Content;
import ecpay.adapter.http.transport.Transport.Reply;
import ecpay.adapter.http.transport.Transport.Service;
import ecpay.crypto.EncodingRefusedException;
import ecpay.crypto.Payload;
import ecpay.domain.answer.Answer;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.merchant.EcpayAccount;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls an operation of ECPay and says what became of it (errors.md, sections 1 and 2). */
public final class EcpayApi {

  private final Transport transport;
  private final Function<Host, URI> hosts;
  private final String invoiceRevision;
  private final Optional<SubstituteMail> substitute;
  private final Clock clock;

  /**
   * @param hosts without a slash at the end
   * @param invoiceRevision RqHeader.Revision of e-invoices; empty to leave it out (D-05)
   * @param everyMailGoesTo takes the place of every email address in every request, on ECPay's
   *     stage (R-INV-36)
   */
  public EcpayApi(
      Transport transport,
      Function<Host, URI> hosts,
      String invoiceRevision,
      Optional<EmailAddress> everyMailGoesTo,
      Clock clock) {
    this.transport = transport;
    this.hosts = hosts;
    this.invoiceRevision = invoiceRevision;
    this.substitute = everyMailGoesTo.map(SubstituteMail::new);
    this.clock = clock;
  }

  /** Calls once; nothing is repeated. */
  public <R> Answer<R> call(EcpayAccount account, Operation<R> operation) {
    return Outcome.logged(operation.name(), account, () -> answer(account, operation));
  }

  /**
   * Asks for a file once, at the pace of files ({@link Transport#filesFreeAt}). What begins like
   * JSON is no file: it is opened as an envelope and read by the operation.
   *
   * @param file where its bytes go
   */
  public Answer<Path> download(EcpayAccount account, Operation<Path> operation, Path file) {
    return Outcome.logged(
        operation.name(),
        account,
        () ->
            answer(
                account,
                operation,
                body -> transport.download(Content.JSON, address(operation), body, file),
                (_, payload) ->
                    FileHead.envelope(file)
                        .map(envelope -> opened(envelope, payload, operation))
                        .orElseGet(() -> new Answer.Accepted<>(file))));
  }

  /** What a file begins with, up to 64 KiB of it, without what is blank around it. */
  public static String head(Path file) {
    return FileHead.text(file);
  }

  private <R> Answer<R> answer(EcpayAccount account, Operation<R> operation) {
    return answer(
        account,
        operation,
        body ->
            transport.post(
                account.caller(),
                operation.host().service(),
                Content.JSON,
                address(operation),
                body),
        (body, payload) -> opened(body, payload, operation));
  }

  private <R> Answer<R> answer(
      EcpayAccount account,
      Operation<R> operation,
      Function<Supplier<String>, Reply> way,
      BiFunction<String, Payload, Answer<R>> reading) {
    Payload payload;
    String data;
    try {
      payload = Envelope.payload(account);
      data = payload.encrypt(data(account, operation));
    } catch (IllegalArgumentException _) {
      return Outcome.badKeys();
    } catch (EncodingRefusedException _) {
      return Outcome.badText();
    }
    Service service = operation.host().service();
    return switch (way.apply(() -> sealed(account, service, data))) {
      case Reply.NotSent(String reason) -> new Answer.NotSent<>(reason);
      case Reply.Lost(String reason) -> new Answer.Unknown<>(reason, true);
      case Reply.Answered(int status, String body) ->
          status == 200 ? reading.apply(body, payload) : Outcome.ofStatus(status, body);
    };
  }

  /**
   * Who calls for whom (R-TRN-09): ECPG takes the platform as the envelope's merchant, the
   * e-invoice takes it beside the sub-merchant.
   */
  private String sealed(EcpayAccount account, Service service, String data) {
    return switch (service) {
      case PAYMENT, STATEMENT ->
          Envelope.seal(Optional.empty(), account.caller(), clock.instant(), "", data);
      case INVOICE ->
          Envelope.seal(
              account.platform(), account.merchantId(), clock.instant(), invoiceRevision, data);
    };
  }

  /** Data; it names the merchant whose account is meant (R-TRN-13), as text (D-03). */
  private String data(EcpayAccount account, Operation<?> operation) {
    ObjectNode data = Fields.empty().object();
    if (operation.host().service() != Service.INVOICE) {
      account.platform().ifPresent(id -> data.put("PlatformID", id.value()));
    }
    data.put("MerchantID", account.merchantId().value());
    operation.write(data);
    substitute.ifPresent(mail -> mail.replaceIn(data));
    return new Fields(data).json();
  }

  private URI address(Operation<?> operation) {
    return URI.create(hosts.apply(operation.host()) + operation.path());
  }

  private static <R> Answer<R> opened(String body, Payload payload, Operation<R> operation) {
    try {
      Opened answer =
          operation.mayAnswerPlainly()
              ? Envelope.openMaybePlain(body, payload)
              : Envelope.open(body, payload);
      return switch (answer) {
        case Opened.Rejected(long transCode, String message) ->
            new Answer.Refused<>(Outcome.TRANS_CODE + transCode, message);
        case Opened.Accepted(String _, Fields data) ->
            Outcome.understood(() -> operation.read(data));
      };
    } catch (UnreadableException garbage) {
      return Outcome.garbage(garbage);
    }
  }

  /**
   * One of ECPay's operations with what it is asked to do: where it goes, what it says, and what
   * the answer means. A class is named as ECPay names the operation.
   *
   * @param <R> what an accepted call brings
   */
  public interface Operation<R> {

    /** ECPay's name of the operation. */
    default String name() {
      return getClass().getSimpleName();
    }

    Host host();

    /** The path on the host, as ECPay writes it. */
    String path();

    /** Adds to Data all but MerchantID, which is there already. */
    void write(ObjectNode data);

    /** Whether Data of the answer may come as JSON that is not encrypted. */
    default boolean mayAnswerPlainly() {
      return false;
    }

    /**
     * What a decrypted answer means. A value that breaks a rule of the domain may be left to throw:
     * the call is then unknown.
     *
     * @throws UnreadableException if it does not say what it must
     */
    Answer<R> read(Fields answer);
  }

  /** An operation of the B2C e-invoice, whose path ends with its name. */
  public interface InvoiceOperation<R> extends Operation<R> {
    @Override
    default Host host() {
      return Host.EINVOICE;
    }

    @Override
    default String path() {
      return "/B2CInvoice/" + name();
    }
  }

  /** ECPay's hosts; a path on the wrong one answers HTTP 404. */
  public enum Host {
    ECPG(Service.PAYMENT),
    ECPAYMENT(Service.PAYMENT),
    /** AIO. */
    PAYMENT(Service.PAYMENT),
    /** AIO's statement files. */
    VENDOR(Service.STATEMENT),
    EINVOICE(Service.INVOICE);

    private final Service service;

    Host(Service service) {
      this.service = service;
    }

    public Service service() {
      return service;
    }
  }
}
