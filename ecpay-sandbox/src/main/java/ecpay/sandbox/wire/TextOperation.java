package ecpay.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An operation whose success is a text, not an envelope; a refusal stays an envelope. */
public interface TextOperation extends Operation {
  /** The field in which the text comes to the gate. */
  String TEXT = "Text";

  /**
   * Gives the text, as CSV.
   *
   * @throws ecpay.sandbox.field.Refusal when ECPay would say no
   */
  String write(Call call);

  /** The text in an object, for the gate alone. */
  @Override
  default ObjectNode perform(Call call) {
    return Json.object().put("RtnCode", 1).put(TEXT, write(call));
  }
}
