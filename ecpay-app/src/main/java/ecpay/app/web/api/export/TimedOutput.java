package ecpay.app.web.api.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;

/** Writes until an end, so that a reader who takes a file drop by drop does not keep it open. */
final class TimedOutput extends FilterOutputStream {
  private final Clock clock;
  private final Instant end;

  TimedOutput(OutputStream out, Clock clock, Instant end) {
    super(out);
    this.clock = clock;
    this.end = end;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (clock.instant().isAfter(end)) {
      throw new IOException("its reader took too long");
    }
    out.write(bytes, offset, length);
  }
}
