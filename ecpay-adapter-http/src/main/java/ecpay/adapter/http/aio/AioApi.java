package ecpay.adapter.http.aio;

import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.envelope.Envelope;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.adapter.http.outcome.Outcome;
import ecpay.adapter.http.transport.Transport;
import ecpay.adapter.http.transport.Transport.Content;
import ecpay.adapter.http.transport.Transport.Reply;
import ecpay.crypto.CheckMac;
import ecpay.crypto.Digest;
import ecpay.crypto.EncodingRefusedException;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.crypto.SpaceEncoding;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.EcpayAccount;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Calls an operation of AIO and says what became of it; signs forms, and verifies them. */
public final class AioApi {
  private static final int OK = 200;

  private final Transport transport;
  private final Function<Host, URI> hosts;
  private final Clock clock;

  /**
   * @param hosts without a slash at the end
   */
  public AioApi(Transport transport, Function<Host, URI> hosts, Clock clock) {
    this.transport = transport;
    this.hosts = hosts;
    this.clock = clock;
  }

  /** Calls once; nothing is repeated. */
  public <R> Answer<R> call(EcpayAccount account, Operation<R> operation) {
    return Outcome.logged(operation.name(), account, () -> answer(account, operation));
  }

  /**
   * Asks for a file once, at the pace of files ({@link Transport#filesFreeAt}).
   *
   * @param file where its bytes go, as they come; accepted means that the whole is there, whatever
   *     it says
   */
  public Answer<Path> download(EcpayAccount account, Request request, Path file) {
    return Outcome.logged(
        request.name(),
        account,
        () ->
            send(
                account,
                request,
                body -> transport.download(Content.FORM, address(request), body, file),
                _ -> new Answer.Accepted<>(file)));
  }

  /**
   * The fields of a form that somebody else sends, such as a buyer's browser: signed, and without a
   * time, so that they stay good.
   *
   * @throws IllegalArgumentException if the keys are none; their text is not quoted
   * @throws EncodingRefusedException for a text that is too long or no Unicode
   */
  public List<Field> signed(EcpayAccount account, Consumer<Form> write) {
    Form form = new Form(account);
    write.accept(form);
    return form.signed(CheckMac.with(Envelope.keys(account)));
  }

  /** Where a request goes. */
  public URI address(Host host, String path) {
    return URI.create(hosts.apply(host) + path);
  }

  /**
   * The fields of a form that ECPay signed with an account's keys, over all that arrived
   * (R-CBK-09).
   *
   * @throws UnreadableException for whatever else it is; the text is not quoted
   * @throws IllegalArgumentException if the keys are none
   */
  public static Fields verified(EcpayAccount account, String form) {
    CheckMac mac = CheckMac.with(Envelope.keys(account));
    return verified(form, fields -> mac.verify(fields, Digest.SHA256));
  }

  /**
   * The fields of a form that ECPay signed in a way of its own; a form of ours is none of them.
   *
   * @throws UnreadableException for whatever else it is; the text is not quoted
   */
  public static Fields verified(String form, Predicate<List<Field>> signature) {
    List<Field> fields = parsed(form);
    if (!signature.test(fields)) {
      throw new UnreadableException("a CheckMacValue that is not right");
    }
    Origin.demandEcpay(fields);
    return Fields.of(fields);
  }

  private <R> Answer<R> answer(EcpayAccount account, Operation<R> operation) {
    return send(
        account,
        operation,
        body ->
            transport.post(
                account.caller(),
                operation.host().service(),
                Content.FORM,
                address(operation),
                body),
        body -> read(account, body, operation));
  }

  private <R> Answer<R> send(
      EcpayAccount account,
      Request request,
      Function<Supplier<String>, Reply> way,
      Function<String, Answer<R>> reading) {
    CheckMac mac;
    Form form = new Form(account);
    try {
      mac = CheckMac.with(Envelope.keys(account));
      request.write(form);
      FormFields.write(form.signed(mac)); // what cannot be written is known before it leaves
    } catch (EncodingRefusedException _) {
      return Outcome.badText();
    } catch (IllegalArgumentException _) {
      return Outcome.badKeys();
    }
    return switch (way.apply(() -> FormFields.write(sent(form, request).signed(mac)))) {
      case Reply.NotSent(String reason) -> new Answer.NotSent<>(reason);
      case Reply.Lost(String reason) -> new Answer.Unknown<>(reason, true);
      case Reply.Answered(int status, String body) ->
          status == OK ? reading.apply(body) : Outcome.ofStatus(status, body);
    };
  }

  /** With the time at which it leaves: ECPay takes it for three minutes (R-TRN-02). */
  private Form sent(Form form, Request request) {
    return request.isTimed() ? form.with("TimeStamp", clock.instant().getEpochSecond()) : form;
  }

  private URI address(Request request) {
    return address(request.host(), request.path());
  }

  private static <R> Answer<R> read(EcpayAccount account, String body, Operation<R> operation) {
    try {
      Fields answer = read(account, body, operation.signature());
      return Outcome.understood(() -> operation.read(answer));
    } catch (UnreadableException garbage) {
      return Outcome.garbage(garbage);
    }
  }

  /** JSON is never signed; text is, if its operation says so or it holds a signature (D-33). */
  private static Fields read(EcpayAccount account, String body, Signature signature) {
    String text = body.strip();
    if (signature == Signature.REQUIRED) {
      return verified(account, text);
    }
    if (text.startsWith("{")) {
      return Fields.read(text);
    }
    List<Field> fields = parsed(text);
    return fields.stream().anyMatch(field -> field.name().equals(CheckMac.FIELD))
        ? verified(account, text)
        : Fields.of(fields);
  }

  private static List<Field> parsed(String form) {
    try {
      return FormFields.parse(form);
    } catch (EncodingRefusedException _) {
      throw new UnreadableException("no form");
    }
  }

  /** Where a form goes and what it says. A class is named as ECPay names the operation. */
  public interface Request {
    /** ECPay's name of the operation. */
    default String name() {
      return getClass().getSimpleName();
    }

    default Host host() {
      return Host.PAYMENT;
    }

    /** The path on the host, as ECPay writes it. */
    String path();

    /** Whether it holds a TimeStamp, added when it leaves. */
    default boolean isTimed() {
      return false;
    }

    /** Adds all but MerchantID and PlatformID, which are there already, and what signs them. */
    void write(Form form);
  }

  /**
   * A request with what its answer means.
   *
   * @param <R> what an accepted call brings
   */
  public interface Operation<R> extends Request {

    /** Whether ECPay signs the answer. */
    Signature signature();

    /**
     * What an answer means. A value that breaks a rule of the domain may be left to throw: the call
     * is then unknown.
     *
     * @throws UnreadableException if it does not say what it must
     */
    Answer<R> read(Fields answer);
  }

  /** How an answer shows where it comes from. */
  public enum Signature {
    /** Url-encoded text with a CheckMacValue, without which it says nothing. */
    REQUIRED,
    /** Url-encoded text or JSON, without one; one that is there must be right. */
    OPTIONAL
  }

  /** The fields of a request, in the order in which they are put. */
  public static final class Form {
    private final List<Field> fields = new ArrayList<>();

    /** The platform calls for its sub-merchant, with its own keys (R-TRN-09, R-TRN-10). */
    private Form(EcpayAccount account) {
      put("MerchantID", account.merchantId().value());
      account.platform().ifPresent(platform -> put("PlatformID", platform.value()));
    }

    private Form(List<Field> fields) {
      this.fields.addAll(fields);
    }

    public Form put(String name, String value) {
      fields.add(new Field(name, value));
      return this;
    }

    public Form put(String name, long value) {
      return put(name, Long.toString(value));
    }

    private Form with(String name, long value) {
      return new Form(fields).put(name, value);
    }

    private List<Field> signed(CheckMac mac) {
      String value = mac.compute(fields, Digest.SHA256, SpaceEncoding.PLUS);
      return List.copyOf(new Form(fields).put(CheckMac.FIELD, value).fields);
    }
  }
}
