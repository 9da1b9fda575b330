package ecpay.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Merchants;
import java.util.Map;
import java.util.Optional;

/** The door of every ECPay operation: envelope, the single writer, journal. */
public final class EcpayGate {
  private final EnvelopeReader reader;
  private final Ledger ledger;
  private final Door door;
  private final SandboxClock clock;

  public EcpayGate(Merchants merchants, Ledger ledger, Door door, SandboxClock clock) {
    this.reader = new EnvelopeReader(merchants, clock);
    this.ledger = ledger;
    this.door = door;
    this.clock = clock;
  }

  /** Lets the operation answer POST on its own path, and nothing else there. */
  public void open(Router router, Operation operation) {
    router.on("POST", operation.path(), request -> handle(request, operation));
  }

  private Reply handle(Request request, Operation operation) {
    return door.enter(
        operation.name(),
        operation.path(),
        new Door.Inside() {
          @Override
          public Reply answer(Journal.Entry entry) {
            return EcpayGate.this.answer(request, operation, entry);
          }

          @Override
          public Reply hollow(FaultKind kind, Journal.Entry entry) {
            return kind == FaultKind.EMPTY_DATA
                ? outer(request, operation, entry, 1, "Success")
                : outer(request, operation, entry, 0, "Fail");
          }
        });
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
      if (operation instanceof TextOperation && data.has(TextOperation.TEXT)) {
        return Reply.of(
            200, "text/csv; charset=utf-8", data.path(TextOperation.TEXT).asText(), Map.of());
      }
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
    } catch (NoAnswer e) {
      entry.note(e.reason());
      return new Reply.Broken();
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
