package ecpay.acceptance.actor;

import org.jspecify.annotations.Nullable;

/** A story did not go as told. */
public final class StoryFailure extends RuntimeException {
  public StoryFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
