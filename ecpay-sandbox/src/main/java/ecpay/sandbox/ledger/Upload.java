package ecpay.sandbox.ledger;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One document's way to the tax authority. Read and changed under the ledger's lock only. */
public final class Upload {
  private final LocalDateTime due;
  private @Nullable LocalDateTime doneAt;

  Upload(LocalDateTime due) {
    this.due = due;
  }

  public LocalDateTime due() {
    return due;
  }

  /** When it arrived; nothing while it is on its way. */
  public Optional<LocalDateTime> doneAt() {
    return Optional.ofNullable(doneAt);
  }

  public boolean isDone() {
    return doneAt != null;
  }

  void arrive(LocalDateTime at) {
    doneAt = at;
  }
}
