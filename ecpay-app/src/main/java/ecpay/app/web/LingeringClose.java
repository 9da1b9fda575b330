package ecpay.app.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a caller still sends after its answer, before the connection is closed.
 *
 * <p>Closing a connection while a body is under way resets it, and a reset throws away the answer
 * that was sent before it: the caller would see a broken connection instead of why it was refused
 * (RFC 9112, 9.6). So the connection is closed for writing first; then the caller may send for 15
 * seconds more, half of what a stop waits, and pause for 5. What it says is thrown away.
 */
final class LingeringClose extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger(LingeringClose.class);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  /** A pause of five seconds, waited for in parts. */
  private static final Duration PART = Duration.ofMillis(500);

  private static final int PARTS = 10;

  LingeringClose() {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(request, response, before(request, callback));
  }

  /** Ends an exchange that no handler sees as if it had come through this one. */
  static Callback before(Request request, Callback callback) {
    EndPoint caller = request.getConnectionMetaData().getConnection().getEndPoint();
    return Callback.from(() -> linger(caller), callback);
  }

  private static void linger(EndPoint caller) {
    if (!caller.isOutputShutdown()) {
      return; // it stays open for the next request
    }
    try {
      discard(caller);
    } catch (IOException | ExecutionException | TimeoutException gone) {
      LOG.debug("a caller went on sending or left", gone);
      caller.close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      caller.close();
    }
  }

  private static void discard(EndPoint caller)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    ByteBuffer buffer = BufferUtil.allocate(16 * 1024);
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() - end < 0) {
      int came = caller.fill(buffer);
      if (came < 0) {
        return;
      }
      if (came == 0) {
        awaitMore(caller);
      }
      BufferUtil.clear(buffer);
    }
    caller.close();
  }

  /**
   * The time-out is ours: that of an idle connection waits until its request is answered. However
   * long this machine sleeps, that is one part of the pause and no more, because the caller could
   * not be heard meanwhile.
   */
  private static void awaitMore(EndPoint caller)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Void> more = new CompletableFuture<>();
    caller.fillInterested(
        Callback.from(() -> more.complete(null), failure -> more.completeExceptionally(failure)));
    for (int part = 1; !isThere(more); part++) {
      if (part == PARTS) {
        throw new TimeoutException("nothing came");
      }
    }
  }

  private static boolean isThere(CompletableFuture<Void> more)
      throws InterruptedException, ExecutionException {
    try {
      more.get(PART.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException quiet) {
      return false;
    }
  }
}
