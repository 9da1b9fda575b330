package ecpay.sandbox.wire;

/** Answers one kind of request. */
@FunctionalInterface
public interface Handler {
  Reply handle(Request request);
}
