package ecpay.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Merchants;
import java.util.Optional;

/** The door of every ECPay operation: faults, envelope, the single writer, journal. */
public final class EcpayGate {
  private static final String GARBAGE =
      "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Bad Gateway</h1></body></html>";

  private final EnvelopeReader reader;
  private final Ledger ledger;
  private final Faults faults;
  private final Journal journal;
  private final SandboxClock clock;

  public EcpayGate(
      Merchants merchants, Ledger ledger, Faults faults, Journal journal, SandboxClock clock) {
    this.reader = new EnvelopeReader(merchants, clock);
    this.ledger = ledger;
    this.faults = faults;
    this.journal = journal;
    this.clock = clock;
  }

  /** Lets the operation answer POST on its own path, and nothing else there. */
  public void open(Router router, Operation operation) {
    router.on("POST", operation.path(), request -> handle(request, operation));
  }

  private Reply handle(Request request, Operation operation) {
    var entry = journal.open(Journal.Direction.IN, operation.name()).url(operation.path());
    var fault = faults.take(operation.name());
    if (fault.isEmpty()) {
      return written(entry, answer(request, operation, entry));
    }
    var kind = fault.get().kind();
    entry.fault(kind);
    if (!waited(fault.get().delayMillis())) {
      return written(entry, new Reply.Broken());
    }
    var reply =
        switch (kind) {
          case LOST_ANSWER -> {
            answer(request, operation, entry);
            yield new Reply.Broken();
          }
          case LOST_REQUEST -> new Reply.Broken();
          case DELAY -> answer(request, operation, entry);
          case HTTP_403 -> Reply.html(403, "<html><body><h1>403 Forbidden</h1></body></html>");
          case HTTP_500 -> Reply.plain(500, "Internal Server Error");
          case GARBAGE -> Reply.html(200, GARBAGE);
          case TRANS_CODE -> outer(request, operation, entry, 0, "Fail");
          case EMPTY_DATA -> outer(request, operation, entry, 1, "Success");
        };
    return written(entry, reply);
  }

  private static Reply written(Journal.Entry entry, Reply reply) {
    entry.write(
        switch (reply) {
          case Reply.Answer answer -> answer.status();
          case Reply.Broken _ -> 0;
        });
    return reply;
  }

  private static boolean waited(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Reply answer(Request request, Operation operation, Journal.Entry entry) {
    var envelope = envelope(request);
    if (envelope.isEmpty()) {
      entry.note("the body is no JSON object, or its content type is not application/json");
      return Reply.plain(500, "Data format error");
    }
    entry.requestEnvelope(envelope.get());
    try {
      var opened = reader.open(envelope.get(), operation.service());
      entry.requestData(opened.data());
      var data = performed(operation, opened);
      var answer =
          operation.answersPlainly()
              ? Envelope.plain(opened.outerId(), opened.platformId(), clock.seconds(), data)
              : Envelope.sealed(
                  opened.signer(), opened.outerId(), opened.platformId(), clock.seconds(), data);
      entry.answerEnvelope(answer).answerData(data);
      return Reply.json(200, answer);
    } catch (TransRefusal e) {
      entry.note(e.reason());
      return outer(request, operation, entry, 0, e.transMsg());
    }
  }

  private static Optional<ObjectNode> envelope(Request request) {
    return request.contentType().equals("application/json")
        ? Json.readObject(request.text())
        : Optional.empty();
  }

  private ObjectNode performed(Operation operation, EnvelopeReader.Opened opened) {
    try {
      var call = reader.call(opened, operation);
      return ledger.act(() -> operation.perform(call));
    } catch (Refusal e) {
      var inner = EnvelopeReader.idOf(opened.data().path("MerchantID"));
      return operation.refused(e, inner.isEmpty() ? opened.outerId() : inner);
    }
  }

  private Reply outer(
      Request request, Operation operation, Journal.Entry entry, int transCode, String transMsg) {
    var merchantId =
        Json.readObject(request.text())
            .map(e -> EnvelopeReader.idOf(e.path("MerchantID")))
            .orElse("");
    var envelope =
        Envelope.outer(
            operation.service(), merchantId, "", clock.seconds(), transCode, transMsg, "");
    entry.answerEnvelope(envelope);
    return Reply.json(200, envelope);
  }
}
