package ecpay.crypto;

/**
 * One name and value of a form, as plain text (decoded once, never trimmed). A form is a list of
 * these, not a map: order and repeated names matter to a CheckMacValue.
 */
public record Field(String name, String value) {

  /** The name and the length of the value: values may be personal, so they stay out of logs. */
  @Override
  public String toString() {
    return name + "=(" + value.length() + " characters)";
  }
}
