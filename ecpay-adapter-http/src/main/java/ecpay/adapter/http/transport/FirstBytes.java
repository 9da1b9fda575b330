package ecpay.adapter.http.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Keeps the first bytes of a body and hangs up when there are more. */
final class FirstBytes<T> implements BodySubscriber<T> {
  private final long most;
  private final OutputStream kept;
  private final LongFunction<T> result;
  private final CompletableFuture<T> body = new CompletableFuture<>();
  private long size;
  private @Nullable Subscription subscription;

  /**
   * @param kept where the bytes go; closed at the end
   * @param result what to answer for so many bytes
   */
  FirstBytes(long most, OutputStream kept, LongFunction<T> result) {
    this.most = most;
    this.kept = kept;
    this.result = result;
  }

  static <T> FirstBytes<T> to(Path file, long most, LongFunction<T> result) {
    try {
      return new FirstBytes<>(most, Files.newOutputStream(file), result);
    } catch (IOException noFile) {
      throw new UncheckedIOException(noFile);
    }
  }

  @Override
  public CompletionStage<T> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        byte[] bytes = new byte[(int) Math.min(buffer.remaining(), most - size)];
        buffer.get(bytes);
        kept.write(bytes);
        size += bytes.length;
      }
    } catch (IOException full) {
      hangUp();
      onError(full);
      return;
    }
    if (size == most) {
      hangUp();
      onComplete();
    }
  }

  private void hangUp() {
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onError(Throwable broken) {
    close();
    body.completeExceptionally(broken);
  }

  @Override
  public void onComplete() {
    if (close()) {
      body.complete(result.apply(size));
    }
  }

  private boolean close() {
    try {
      kept.close();
      return true;
    } catch (IOException notWritten) {
      return !body.completeExceptionally(notWritten);
    }
  }
}
