package ecpay.app.web.api.reconciliation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that breaks when there is more of it than allowed. */
final class BoundedInput extends FilterInputStream {
  private long left;

  BoundedInput(InputStream body, long most) {
    super(body);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    take(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int read = super.read(into, from, most);
    take(Math.max(0, read));
    return read;
  }

  /** Whether it broke because there was more. */
  boolean isTooLarge() {
    return left < 0;
  }

  private void take(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new IOException("the body is too large");
    }
  }
}
