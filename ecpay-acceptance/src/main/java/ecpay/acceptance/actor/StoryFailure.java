package ecpay.acceptance.actor;

import org.jspecify.annotations.Nullable;

/** A story did not go as told. */
public sealed class StoryFailure extends RuntimeException permits Refusal {
  private static final long serialVersionUID = 1L;

  public StoryFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
