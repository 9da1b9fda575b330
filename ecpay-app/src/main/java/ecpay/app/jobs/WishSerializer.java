package ecpay.app.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.serializer.Serializer;

/** The data of a row is plain text, never a serialised Java object. */
final class WishSerializer implements Serializer {
  @Override
  public byte[] serialize(Object data) {
    return data.toString().getBytes(UTF_8);
  }

  @Override
  public <T> T deserialize(Class<T> type, byte[] bytes) {
    return type.cast(new String(bytes, UTF_8));
  }
}
