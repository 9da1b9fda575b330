package ecpay.sandbox.ledger;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The road to the tax authority. Documents arrive when they are due, unless a tester holds them
 * back; those that were held arrive together when the road is open again.
 */
public final class Uploads {
  private final PriorityQueue<Upload> waiting =
      new PriorityQueue<>(Comparator.comparing(Upload::due));
  private boolean held;

  /** Sends a document off; it arrives at the given moment at the earliest. */
  public Upload add(LocalDateTime due) {
    var upload = new Upload(due);
    waiting.add(upload);
    return upload;
  }

  public boolean isHeld() {
    return held;
  }

  /** Holds everything back that has not arrived, or lets it go on: what is due arrives now. */
  public void hold(boolean back, LocalDateTime now) {
    held = back;
    while (!held && isAnyDue(now)) {
      waiting.remove().arrive(now);
    }
  }

  void arrive(LocalDateTime now) {
    while (!held && isAnyDue(now)) {
      var upload = waiting.remove();
      upload.arrive(upload.due());
    }
  }

  private boolean isAnyDue(LocalDateTime now) {
    return !waiting.isEmpty() && !waiting.element().due().isAfter(now);
  }
}
