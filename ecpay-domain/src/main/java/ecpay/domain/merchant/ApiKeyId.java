package ecpay.domain.merchant;

import java.util.regex.Pattern;

/**
 * Our name of an API key, by which people speak of it. It is no secret and opens nothing.
 *
 * @param value 1 to 40 letters and digits
 */
public record ApiKeyId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,40}");

  public ApiKeyId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the id of a key");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
