package ecpay.acceptance.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Local TCP ports. */
public final class Ports {
  /** Below what Linux and macOS give to whoever asks for any port or connects to another. */
  private static final int FIRST = 20_000;

  private static final int AFTER_LAST = 32_000;
  private static final int TRIES = 100;

  private Ports() {}

  /**
   * A port that is free now, and that nobody gets by chance before it is listened on.
   *
   * @throws IOException when none is found
   */
  public static int free() throws IOException {
    for (int left = TRIES; left > 0; left--) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IOException("no port is free from " + FIRST + " to " + AFTER_LAST);
  }

  /** Whether nobody listens there. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
