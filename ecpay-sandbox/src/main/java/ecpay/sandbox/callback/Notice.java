package ecpay.sandbox.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One fact that the shop is told, as often as it takes.
 *
 * @param operation how the journal names it
 * @param url the shop's URL as the merchant gave it
 * @param writer writes the message anew for every delivery, so that time stamps are those of
 *     sending
 */
public record Notice(String operation, String url, Writer writer) {
  /**
   * A message ready to send.
   *
   * @param contentType of the body
   * @param body what is posted
   * @param data the readable content, for the journal
   * @param envelope the envelope around it, if there is one, for the journal
   */
  public record Message(
      String contentType, String body, ObjectNode data, Optional<ObjectNode> envelope) {}

  /** Writes one delivery. */
  @FunctionalInterface
  public interface Writer {
    /** A repeat may differ in text from the first delivery: RtnMsg becomes {@code paid}. */
    Message write(boolean repeat);
  }
}
