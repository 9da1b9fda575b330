package ecpay.adapter.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.Envelope.Opened;
import ecpay.adapter.http.HttpModule.Hosts;
import ecpay.adapter.http.Json.UnreadableException;
import ecpay.adapter.http.transport.Transport;
import ecpay.adapter.http.transport.Transport.Reply;
import ecpay.adapter.http.transport.Transport.Service;
import ecpay.crypto.EncodingRefusedException;
import ecpay.crypto.Payload;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.rule.RuleViolationException;
import java.net.URI;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls an operation of ECPay and says what became of it (errors.md, sections 1 and 2). */
final class EcpayApi {
  private static final Logger LOG = LoggerFactory.getLogger(EcpayApi.class);
  private static final int QUOTED_CHARACTERS = 200;

  private final Transport transport;
  private final Hosts hosts;
  private final String invoiceRevision;
  private final Clock clock;

  EcpayApi(Transport transport, Hosts hosts, String invoiceRevision, Clock clock) {
    this.transport = transport;
    this.hosts = hosts;
    this.invoiceRevision = invoiceRevision;
    this.clock = clock;
  }

  <R> Answer<R> call(EcpayAccount account, Operation<R> operation) {
    long start = System.nanoTime();
    Answer<R> answer = answer(account, operation);
    // Never a message or a body: both may hold what is personal (R-TRN-07).
    LOG.info(
        "{} merchant={} {} {} ms",
        operation.getClass().getSimpleName(),
        account.merchantId(),
        kind(answer),
        (System.nanoTime() - start) / 1_000_000);
    return answer;
  }

  private <R> Answer<R> answer(EcpayAccount account, Operation<R> operation) {
    Payload payload;
    String data;
    try {
      payload = Envelope.payload(account);
      data = payload.encrypt(data(account, operation));
    } catch (IllegalArgumentException _) {
      return new Answer.Refused<>("keys", "the HashKey or HashIV is none of ECPay's");
    } catch (EncodingRefusedException _) {
      return new Answer.Refused<>("text", "a text is too long or no Unicode");
    }
    Service service = operation.host().service();
    Reply reply =
        transport.post(
            account.merchantId(),
            service,
            address(operation),
            () -> Envelope.seal(account.merchantId(), clock.instant(), revision(service), data));
    return switch (reply) {
      case Reply.NotSent(String reason) -> new Answer.NotSent<>(reason);
      case Reply.Lost(String reason) -> new Answer.Unknown<>(reason, true);
      case Reply.Answered(int status, String body) -> read(status, body, payload, operation);
    };
  }

  /** Data; its MerchantID is the envelope's (R-TRN-13), as text (D-03). */
  private static String data(EcpayAccount account, Operation<?> operation) {
    ObjectNode data = Json.object().put("MerchantID", account.merchantId().value());
    operation.write(data);
    return Json.write(data);
  }

  private String revision(Service service) {
    return switch (service) {
      case PAYMENT -> "";
      case INVOICE -> invoiceRevision;
    };
  }

  private URI address(Operation<?> operation) {
    URI host =
        switch (operation.host()) {
          case ECPG -> hosts.ecpg();
          case ECPAYMENT -> hosts.ecpayment();
          case EINVOICE -> hosts.einvoice();
        };
    return URI.create(host + operation.path());
  }

  private static <R> Answer<R> read(
      int status, String body, Payload payload, Operation<R> operation) {
    return switch (status) {
      case 200 -> opened(body, payload, operation);
      case 404 -> new Answer.Refused<>("HTTP 404", "wrong host or path");
      // A fault of data or permission, says seed 000; whether anything happened is asked, never
      // assumed, and only a person sends it again (R-TRN-06). So too for what no source explains.
      default -> new Answer.Unknown<>("HTTP " + status + ": " + quoted(body), status > 500);
    };
  }

  private static <R> Answer<R> opened(String body, Payload payload, Operation<R> operation) {
    try {
      return switch (Envelope.open(body, payload)) {
        case Opened.Rejected(long transCode, String message) ->
            new Answer.Refused<>("TransCode " + transCode, message);
        case Opened.Accepted(String _, Fields data) -> understood(operation, data);
      };
    } catch (UnreadableException garbage) {
      return new Answer.Unknown<>("the answer cannot be read: " + garbage.getMessage(), true);
    }
  }

  /**
   * ECPay's own words that we cannot take: asking may bring better ones, sending again will not.
   */
  private static <R> Answer<R> understood(Operation<R> operation, Fields data) {
    try {
      return operation.read(data);
    } catch (UnreadableException | RuleViolationException unexpected) {
      return new Answer.Unknown<>(
          "the answer is not as expected: " + unexpected.getMessage(), false);
    }
  }

  private static String quoted(String body) {
    String text = body.strip();
    return text.substring(0, Math.min(text.length(), QUOTED_CHARACTERS))
        .replaceAll("\\p{Cntrl}", " ");
  }

  private static String kind(Answer<?> answer) {
    return switch (answer) {
      case Answer.Accepted<?> _ -> "accepted";
      case Answer.Refused<?>(String code, String _) -> "refused " + code;
      case Answer.NotSent<?> _ -> "not sent";
      case Answer.Unknown<?> _ -> "unknown";
    };
  }
}
